using System.Text;
using NodaTime;
using Notifier.Law;
using Notifier.Obligations;

namespace Notifier.Domain.Tests.Law;

/// <summary>The coverage page as code and data have it: what is modelled, partly modelled or not, and where it stands.</summary>
internal static class LawPage
{
    public const string GeneratedFrom = "## Federal law and Section 504";

    // What the files write where a source gives no day; README.md of the states says so.
    private static readonly LocalDate[] NoDayKnown = [new(2006, 10, 13), new(1990, 10, 30)];

    public static string Generated()
    {
        var page = new StringBuilder();
        Federal(page, StateLaw.For("US").Federal);
        Overview(page);
        foreach (var state in StateLaw.ModelledStates)
        {
            State(page, StateLaw.For(state).Own!);
        }

        return page.ToString();
    }

    private static void Federal(StringBuilder page, LawFile federal)
    {
        page.Append(GeneratedFrom).Append("\n\n");
        Header(page, "obligation", "coverage", "how it is counted", "met by", "paragraph", "remarks; what is simplified, left to the district, or to be verified");
        foreach (var entry in ObligationCatalog.All)
        {
            var versions = federal.Obligations.GetValueOrDefault(entry.Id) ?? [];
            if (versions.Count == 0)
            {
                var states = Owners(entry.Id);
                Row(page, Name(entry), states.Length > 0 ? "by state" : "not", states.Length > 0
                    ? $"no federal number; state rules: {string.Join(", ", states)}" : "no number to count",
                    "", string.Join("; ", entry.Law.Concat(entry.Section504Law)), "");
            }

            foreach (var version in versions)
            {
                Row(page, Name(entry) + Plans(version), Coverage(version), CountWords.Of(version.Count), MetBy(entry, version), version.Citation.Text, Notes(version));
            }
        }
    }

    /// <summary>One table of all states, so that what a state adds is seen before its own section is read.</summary>
    private static void Overview(StringBuilder page)
    {
        page.Append("\n## Which state has a rule of its own\n\n");
        page.Append("**m** modelled, **p** partly: the state's section says what is simplified. Empty: the federal rule above.\n\n");
        Header(page, ["obligation", .. StateLaw.ModelledStates]);
        foreach (var entry in ObligationCatalog.All.Where(entry => Owners(entry.Id).Length > 0))
        {
            Row(page, [$"`{entry.Id}`", .. Each(law => law.Obligations.GetValueOrDefault(entry.Id) ?? [])]);
        }

        Row(page, ["start of the three years", .. Each(law => law.ReevaluationClocks)]);
        Row(page, ["transition age", .. Each(law => law.TransitionAges)]);

        static IEnumerable<string> Each(Func<LawFile, IReadOnlyList<LawVersion>> rule) => StateLaw.ModelledStates
            .Select(state => rule(StateLaw.For(state).Own!))
            .Select(versions => versions.Count == 0 ? "" : versions.Any(version => Coverage(version) == "partly") ? "p" : "m");
    }

    private static void State(StringBuilder page, LawFile law)
    {
        page.Append("\n## ").Append(law.Name).Append(" (").Append(law.State).Append(")\n\n");
        Header(page, "obligation", "coverage", "how it is counted", "met by", "paragraph", "how sure", "remarks; what is simplified or to be verified");
        foreach (var entry in ObligationCatalog.All.Where(entry => law.Obligations.ContainsKey(entry.Id)))
        {
            foreach (var version in law.Obligations[entry.Id])
            {
                Version(page, Name(entry) + Plans(version), CountWords.Of(version.Count), MetBy(entry, version), version);
            }
        }

        foreach (var clock in law.ReevaluationClocks)
        {
            Version(page, "Start of the three years", $"the latest of the first kind on record: {string.Join(", then ", clock.StartsFrom.Select(CountWords.Of))}", "", clock);
        }

        foreach (var age in law.TransitionAges)
        {
            var months = age.Months > 0 ? $" and {age.Months} months" : "";
            var grade = age.Grade is { } named ? $", or grade {named}" : "";
            Version(page, "Transition", $"the IEP in effect at {age.Years} years{months}{grade}", "", age);
        }

        foreach (var age in law.MajorityAges)
        {
            Version(page, "Age of majority", $"{age.Years} years", "", age);
        }

        foreach (var line in law.NotModelled)
        {
            page.Append(line == law.NotModelled[0] ? "\nNot modelled:\n" : "").Append("- ").Append(line).Append('\n');
        }
    }

    private static void Version(StringBuilder page, string what, string counted, string metBy, LawVersion version) =>
        Row(page, what + InForce(version), Coverage(version), counted, metBy, version.Citation.Text, version.Certainty.ToString().ToLowerInvariant(), Notes(version));

    private static string Name(ObligationEntry entry) => $"{entry.Title} `{entry.Id}`";

    private static string Plans(ObligationVersion version) => version.Plans is [PlanKind.Section504] ? ", 504 plan" : "";

    private static string InForce(LawVersion version)
    {
        var from = NoDayKnown.Contains(version.From) ? "" : $" from {version.From:uuuu-MM-dd}";
        return from + (version.Until is { } until ? $" until {until:uuuu-MM-dd}" : "");
    }

    private static string[] Owners(ObligationId id) =>
        [.. StateLaw.ModelledStates.Where(state => StateLaw.For(state).Own!.Obligations.ContainsKey(id))];

    private static string MetBy(ObligationEntry entry, ObligationVersion version)
    {
        var kinds = version.MetBy ?? entry.MetBy;
        return kinds.Count == 0 ? "its own record" : string.Join(" or ", kinds.Select(CountWords.Of));
    }

    private static string Coverage(LawVersion version) => version.Note.Length > 0 ? "partly" : "modelled";

    private static string Notes(LawVersion version)
    {
        var open = version.ToVerify.Length > 0 ? version.ToVerify : version.Certainty == Certainty.Verify ? "the number." : "";
        return string.Join(" ", new[] { version.Remark, version.Note, open.Length > 0 ? $"To be verified: {open}" : "" }.Where(text => text.Length > 0));
    }

    private static void Header(StringBuilder page, params string[] cells)
    {
        Row(page, cells);
        Row(page, [.. cells.Select(_ => "---")]);
    }

    private static void Row(StringBuilder page, params string[] cells) =>
        page.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "/", StringComparison.Ordinal))).Append(" |\n");
}
