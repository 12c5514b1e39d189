using Notifier.DueDates.Duties;
using Notifier.Law.Counts;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;

namespace Notifier.Domain.Tests.Law;

public sealed class LawPageTests
{
    [Fact]
    public void The_coverage_page_says_what_code_and_data_do()
    {
        var path = Repository.PathOf("src", "Notifier.Domain", "Law", "LAW.md");
        var page = File.ReadAllText(path);
        var start = page.IndexOf(LawPage.GeneratedFrom, StringComparison.Ordinal);
        var expected = LawPage.Generated();
        var received = Path.Combine(AppContext.BaseDirectory, "LAW.received.md");
        if (start < 0 || page[start..] != expected)
        {
            File.WriteAllText(received, (start < 0 ? page : page[..start]) + expected);
        }

        Assert.True(start >= 0 && page[start..] == expected, $"LAW.md is out of date: read {received}, then put it in its place.");
    }

    [Fact]
    public void Every_duty_in_code_is_asked_for_by_the_law_files()
    {
        var named = Files().SelectMany(file => file.Obligations.Values).SelectMany(versions => versions)
            .Select(version => version.Count).OfType<ComputedDuty>().Select(duty => duty.Name).Distinct()
            .Select(name => ComputedDuties.Make(
                name, StateLaw.For("US"), new DistrictPolicies { Section504YearMeetingDays = 5 }).GetType())
            .Distinct();
        var coded = typeof(ComputedDuties).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(ComputedDuties).Namespace && typeof(Notifier.DueDates.Counting.CountNode).IsAssignableFrom(type));

        Assert.Equal(coded.Select(type => type.Name).Order(), named.Select(type => type.Name).Order());
    }

    [Fact]
    public void Every_version_of_a_rule_ends_before_the_next_begins() => Assert.All(
        Files().SelectMany(file => file.Obligations.Select(each => (file.State, Id: each.Key, Versions: each.Value))),
        rule => Assert.All(
            rule.Versions.Zip(rule.Versions.Skip(1)),
            pair => Assert.True(
                pair.Second.Until < pair.First.From || !pair.Second.Plans.Intersect(pair.First.Plans).Any() && pair.Second.Plans.Count + pair.First.Plans.Count > 0,
                $"{rule.State} {rule.Id}: two versions are in force at once")));

    private static IEnumerable<LawFile> Files() =>
        StateLaw.ModelledStates.Select(state => StateLaw.For(state).Own!).Append(StateLaw.For("US").Federal);
}
