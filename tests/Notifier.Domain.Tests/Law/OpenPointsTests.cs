using Notifier.DueDates;
using Notifier.DueDates.Explaining;
using Notifier.Law;

namespace Notifier.Domain.Tests.Law;

/// <summary>What is not certain about the law is said where a date rests on it, and on the page that says what is counted.</summary>
public sealed class OpenPointsTests
{
    [Theory]
    [InlineData("NY", "iep-implementation", "60 school days")]
    [InlineData("NY", "meeting-notice", "at least five days")]
    [InlineData("NY", "transition-planning", "15")]
    [InlineData("FL", "initial-evaluation", "absence")]
    [InlineData("FL", "initial-evaluation", "weekends next to a holiday")]
    [InlineData("GA", "initial-evaluation", "summer clause")]
    [InlineData("VA", "initial-iep-meeting", "8VAC20-81-10")]
    [InlineData("VA", "initial-evaluation", "May 2025")]
    [InlineData("AZ", "evaluation-response", "HB 2375")]
    [InlineData("AZ", "initial-evaluation", "extension by 30 days")]
    [InlineData("AZ", "transition-planning", "federal one")]
    [InlineData("CO", "initial-evaluation", "4.02")]
    [InlineData("CO", "initial-iep-meeting", "4.03")]
    [InlineData("NC", "transition-planning", "14 and 16")]
    [InlineData("IL", "transition-planning", "14 years and 6 months")]
    [InlineData("MI", "transition-planning", "federal one")]
    [InlineData("OH", "initial-iep-meeting", "from consent or from the request")]
    [InlineData("WA", "initial-evaluation", "2026")]
    [InlineData("WA", "evaluation-response", "2026")]
    [InlineData("IN", "initial-evaluation", "second case")]
    [InlineData("PA", "iep-implementation", "from the meeting")]
    public void An_open_point_of_the_reference_is_said_in_the_explanation(string state, string obligation, string point)
    {
        var said = Explained(state).Where(each => each.DueDate.Obligation.Value == obligation)
            .SelectMany(each => each.Why).Where(sentence => sentence.StartsWith("To be verified: ", StringComparison.Ordinal));

        Assert.Contains(said, sentence => sentence.Contains(point, StringComparison.Ordinal));
        Assert.Contains(point, Page(state));
    }

    [Theory]
    [InlineData("MD", "documents after the meeting (COMAR, to be verified)")]
    [InlineData("TX", "copy of the evaluation report before the ARD meeting")]
    [InlineData("IN", "Notice by e-mail")]
    [InlineData("VA", "Roll-forward")]
    public void An_open_point_that_is_not_counted_stands_on_the_page(string state, string point) =>
        Assert.Contains(point, Page(state));

    public static TheoryData<string> States { get; } = [.. StateTable.All.Select(table => table.State)];

    [Theory]
    [MemberData(nameof(States))]
    public void No_date_rests_on_an_uncertain_number_in_silence(string state) => Assert.All(Explained(state), explained =>
    {
        var uncertain = explained.Trace.Steps.OfType<RuleApplied>()
            .Count(rule => rule.Version.Certainty == Certainty.Verify || rule.Version.ToVerify.Length > 0);
        var said = explained.Why.Count(sentence => sentence.StartsWith("To be verified: ", StringComparison.Ordinal));
        Assert.True(said >= uncertain, $"{explained.DueDate.Obligation}: {said} of {uncertain} uncertain rules are said");
    });

    [Fact]
    public void The_states_age_of_transition_is_cited_before_the_federal_rule()
    {
        var due = Explained("TX").First(each => each.DueDate.Obligation.Value == "transition-planning");

        Assert.Equal(["TEC 29.0111", "34 CFR 300.320(b)"], due.DueDate.Law.Select(law => law.Text));
        Assert.Contains("State rule: TEC 29.0111.", due.Why);
    }

    [Fact]
    public void The_states_own_start_of_the_three_years_is_cited()
    {
        var due = Explained("NJ").First(each => each.DueDate.Obligation.Value == "reevaluation");

        Assert.Contains("That the three years start from this date follows N.J.A.C. 6A:14-3.8(a)1.", due.Why);
    }

    [Theory]
    [InlineData("TX", "initial-evaluation", "It stands instead of the federal count of 34 CFR 300.301(c)(1)(i), as 34 CFR 300.301(c)(1)(ii) lets a state do.")]
    [InlineData("TX", "evaluation-response", "Federal law names no number for this (34 CFR 300.503); the state's stands alone.")]
    [InlineData("TX", "initial-iep-meeting", "The federal rule, 34 CFR 300.323(c)(1), runs beside it; where both have started, the earlier date governs.")]
    [InlineData("TX", "meeting-notice", "It stands instead of a number of the district's own.")]
    [InlineData("NJ", "reevaluation", "The federal rule, 34 CFR 300.303(b)(2), runs beside it; where both have started, the earlier date governs.")]
    public void How_the_states_rule_stands_to_the_federal_one_is_said(string state, string obligation, string sentence) =>
        Assert.Contains(sentence, Explained(state).First(each => each.DueDate.Obligation.Value == obligation).Why);

    /// <summary>Every row of a state's table with the due date it asks for.</summary>
    private static IEnumerable<ExplainedDueDate> Explained(string state) => StateTable.Of(state).Rows.SelectMany(row =>
        new DueDateCalculator(StateLaw.For(state), row.District).Explain(row.Plan, row.Calendar, row.AsOf)
            .Where(each => each.DueDate.Obligation.Value == row.Obligation));

    private static string Page(string state)
    {
        var page = LawPage.Generated();
        var start = page.IndexOf($"({state})\n", StringComparison.Ordinal);
        var end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
        return page[start..(end < 0 ? page.Length : end)];
    }
}
