using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Notifier.Adapters.DistrictFolders;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.DistrictFolders;

/// <summary><c>docs/district-folder.md</c> names what the reader knows: whoever adds a column, a kind or a policy says so there.</summary>
public sealed partial class FolderGuideTests
{
    private static readonly string Guide = File.ReadAllText(Repository.PathOf("docs", "district-folder.md"));

    [Fact]
    public void Names_every_column()
    {
        var columns = typeof(DistrictFolder).Assembly.GetTypes()
            .Where(type => type.Namespace == "Notifier.Adapters.DistrictFolders.Tables")
            .Select(type => type.GetField("Columns", BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null))
            .OfType<string[]>()
            .ToList();

        Assert.Equal(8, columns.Count);
        Assert.Equal([], columns.SelectMany(names => names).Distinct().Except(FirstCells(Section("Files"))));
    }

    [Fact]
    public void Names_every_kind_of_plan_date_and_no_other()
    {
        var named = FirstCells(Section("Kinds of plan dates"));

        Assert.Equal(Enum.GetNames<PlanDateKind>().Select(JsonNamingPolicy.CamelCase.ConvertName).Order(), named.Order());
    }

    [Fact]
    public void Names_every_kind_of_calendar_row()
    {
        foreach (var kind in Enum.GetNames<CalendarEntryKind>().Select(JsonNamingPolicy.CamelCase.ConvertName))
        {
            Assert.Contains($"`{kind}`", Section("Files"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_every_policy_and_no_other()
    {
        // The annual rule stands beside the policies in the file, the ladder beside them in the code.
        var policies = typeof(DistrictPolicies).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(policy => policy.CanWrite && policy.Name != nameof(DistrictPolicies.AnnualRule))
            .Select(policy => JsonNamingPolicy.CamelCase.ConvertName(policy.Name))
            .Append("reminderLadder");

        Assert.Equal(policies.Order(), FirstCells(Section("Policies")).Order());
    }

    private static List<string> FirstCells(string section) =>
        [.. section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Quoted().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value))
            .Distinct()];

    private static string Section(string heading) =>
        Assert.Single(Guide.ReplaceLineEndings("\n").Split("\n## "), part => part.StartsWith(heading + "\n", StringComparison.Ordinal));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
