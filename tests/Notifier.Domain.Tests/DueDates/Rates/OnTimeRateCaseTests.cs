using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Notifier.DueDates.Rates;
using Notifier.Obligations;
using Notifier.Testing;

namespace Notifier.Domain.Tests.DueDates.Rates;

/// <summary>What counts above and below the line in one week: <c>Cases/rates/rates.csv</c>.</summary>
public sealed partial class OnTimeRateCaseTests
{
    private static readonly RatedDuty Duty = new(ObligationIds.AnnualReview, IsSection504: false);

    public static TheoryData<string> Cases() => [.. Rows().Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_row_of_the_case_table_holds(string name)
    {
        var row = Rows()[name];

        AssertHolds(row, OnTimeRate.Of(Duty, Cycles(row), PeriodOf(row)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_row_holds_when_its_plans_are_counted_apart(string name)
    {
        var row = Rows()[name];
        var apart = Cycles(row).GroupBy(cycle => cycle.PlanId).Select(ofPlan => OnTimeRate.Of(Duty, ofPlan, PeriodOf(row)));

        AssertHolds(row, OnTimeRate.Together(Duty, apart));
    }

    [Fact]
    public void Another_duty_is_not_counted()
    {
        var row = Rows()["one late of two"];

        Assert.Equal(0, OnTimeRate.Of(Duty with { IsSection504 = true }, Cycles(row), PeriodOf(row)).Settled);
        Assert.Equal(0, OnTimeRate.Of(RatedDuty.Indicator11, Cycles(row), PeriodOf(row)).Settled);
    }

    [Fact]
    public void One_late_of_two_thousand_is_not_said_to_be_all() =>
        Assert.Equal(999, new OnTimeRate { Duty = Duty, OnTime = 1999, LateOpen = 1 }.PerMille);

    [Theory]
    [InlineData("2025-06-30", "2024-07-01")]
    [InlineData("2025-07-01", "2025-07-01")]
    [InlineData("2025-12-31", "2025-07-01")]
    [InlineData("2026-01-01", "2025-07-01")]
    [InlineData("2026-06-30", "2025-07-01")]
    public void The_reporting_year_begins_on_the_first_of_July(string day, string first)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

        Assert.Equal(new RatePeriod(NodaTime.Text.LocalDatePattern.Iso.Parse(first).Value, on), RatePeriod.YearThrough(on));
    }

    private static void AssertHolds(CaseRow row, OnTimeRate rate)
    {
        Assert.Equal(row["onTime"], Text(rate.OnTime));
        Assert.Equal(row["settled"], Text(rate.Settled));
        Assert.Equal(row["leftOut"], Text(rate.LeftOut.Values.Sum()));
        Assert.Equal(row["percent"], rate.PerMille is { } tenths ? $"{tenths / 10}.{tenths % 10}" : "");
        Assert.Equal(row["daysLate"], rate.DaysLate is { } late ? $"{late.Fewest}-{late.Most}" : "");
        Assert.Equal(row["reasons"], string.Join("; ", rate.Reasons
            .Select(one => (Words: one.Key.Length == 0 ? "none" : one.Key.ToLowerInvariant(), one.Value))
            .OrderBy(one => one.Words, StringComparer.Ordinal).Select(one => $"{one.Words}: {one.Value}")));
    }

    private static RatePeriod PeriodOf(CaseRow row) => new(row.Date(row["from"]), row.Date(row["through"]));

    private static List<DutyCycle> Cycles(CaseRow row) =>
        [.. row["duties"].Split(';', StringSplitOptions.TrimEntries).Select(text => CycleOf(row, text))];

    private static DutyCycle CycleOf(CaseRow row, string text)
    {
        var match = PlanAndDays().Match(text);
        var day = match.Groups["day"].Success ? row.Date(match.Groups["day"].Value) : (LocalDate?)null;
        var dueOn = match.Success ? row.Date(match.Groups["due"].Value) : throw row.Wrong($"'{text}' is no duty");
        return new DutyCycle
        {
            Duty = Duty,
            PlanId = match.Groups["plan"].Value,
            StudentId = "S",
            CaseManagerId = "T1",
            StartedOn = dueOn.PlusYears(-1),
            DueOn = dueOn,
            MetOn = match.Groups["how"].Value == "met" ? day : null,
            LeftOut = match.Groups["how"].Value == "leftOut" ? LeftOutReason.StudentLeft : null,
            LeftOutOn = match.Groups["how"].Value == "leftOut" ? day : null,
            DelayReason = match.Groups["why"].Value,
            AsOf = row.Date(row["asOf"]),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, CaseRow> Rows() =>
        CaseTable.Read(Path.Combine(CaseFiles.Folder, "rates", "rates.csv")).ToDictionary(row => row["case"]);

    [GeneratedRegex(@"^(?<plan>\w+) due (?<due>\w{3} [\d-]+) (?<how>met|open|leftOut)(?: (?<day>\w{3} [\d-]+))?(?: \[(?<why>.*)\])?$")]
    private static partial Regex PlanAndDays();
}
