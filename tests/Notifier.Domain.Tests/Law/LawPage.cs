using System.Text;
using Notifier.Law;
using Notifier.Obligations;

namespace Notifier.Domain.Tests.Law;

/// <summary>The coverage page as code and data have it: what is modelled, partly modelled or not, and where it stands.</summary>
internal static class LawPage
{
    public const string GeneratedFrom = "## Federal law and Section 504";

    public static string Generated()
    {
        var page = new StringBuilder();
        page.Append(GeneratedFrom).Append("\n\n");
        var federal = StateLaw.For("US").Federal;
        Row(page, "obligation", "paragraph", "coverage", "simplified, or left to the district");
        Row(page, "---", "---", "---", "---");
        foreach (var entry in ObligationCatalog.All)
        {
            var versions = federal.Obligations.GetValueOrDefault(entry.Id) ?? [];
            var cited = versions.Count > 0
                ? versions.Select(version => version.Citation)
                : entry.Law.Concat(entry.Section504Law);
            Row(page, $"`{entry.Id}`", string.Join("; ", cited), Coverage(entry, versions), Notes(versions));
        }

        foreach (var state in StateLaw.ModelledStates)
        {
            State(page, StateLaw.For(state).Own!);
        }

        return page.ToString();
    }

    private static void State(StringBuilder page, LawFile law)
    {
        page.Append("\n## ").Append(law.Name).Append(" (").Append(law.State).Append(")\n\n");
        Row(page, "obligation", "paragraph", "certainty", "simplified, or to be verified");
        Row(page, "---", "---", "---", "---");
        foreach (var (id, versions) in law.Obligations.OrderBy(each => each.Key))
        {
            Version(page, $"`{id}`", versions);
        }

        Version(page, "re-evaluation clock", law.ReevaluationClocks);
        Version(page, "transition age", law.TransitionAges);
        Version(page, "age of majority", law.MajorityAges);
        foreach (var line in law.NotModelled)
        {
            page.Append(line == law.NotModelled[0] ? "\nNot modelled:\n" : "").Append("- ").Append(line).Append('\n');
        }
    }

    private static void Version(StringBuilder page, string what, IReadOnlyList<LawVersion> versions)
    {
        foreach (var version in versions)
        {
            Row(page, what, version.Citation.Text, version.Certainty.ToString().ToLowerInvariant(), Notes([version]));
        }
    }

    private static string Coverage(ObligationEntry entry, IReadOnlyList<ObligationVersion> versions)
    {
        if (versions.Count == 0)
        {
            var states = StateLaw.ModelledStates.Where(state => StateLaw.For(state).Own!.Obligations.ContainsKey(entry.Id));
            return states.Any() ? $"no federal number; state rules: {string.Join(", ", states)}" : "not: no number to count";
        }

        return versions.Any(version => version.Note.Length > 0) ? "partly" : "modelled";
    }

    private static string Notes(IEnumerable<LawVersion> versions) => string.Join(" ", versions.SelectMany(version =>
        new[] { version.Note, version.ToVerify.Length > 0 ? $"To be verified: {version.ToVerify}" : "" })
        .Where(text => text.Length > 0));

    private static void Row(StringBuilder page, params string[] cells) =>
        page.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "/", StringComparison.Ordinal))).Append(" |\n");
}
