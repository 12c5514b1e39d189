using NodaTime;
using Notifier.Calendars;
using Notifier.Domain.Tests.DueDates;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Domain.Tests.Law;

/// <summary>Several versions of a rule stand side by side; the day the clock starts decides which one holds.</summary>
public sealed class DatedVersionTests
{
    private const string Nowhere = """
        {
          "state": "ZZ",
          "name": "Nowhere",
          "obligations": {
            "evaluation-response": [VERSIONS],
            "initial-evaluation": [
              {
                "from": "2020-01-01", "until": "2025-12-31", "citation": "ZZ 1.1", "source": "a test", "certainty": "official",
                "count": {"calendarDays": 90, "after": "consentReceived"}, "replacesFederal": true
              }
            ]
          },
          "transitionAge": [
            {"from": "2020-01-01", "until": "2025-06-30", "citation": "ZZ 1.2", "source": "a test", "certainty": "official", "years": 16},
            {"from": "2025-07-01", "citation": "ZZ 1.2", "source": "a test", "certainty": "official", "years": 14}
          ]
        }
        """;

    private static readonly string[] Versions =
    [
        Version("\"from\": \"2020-01-01\", \"until\": \"2023-06-30\"", 10),
        Version("\"from\": \"2023-07-01\", \"until\": \"2025-12-31\"", 20),
        Version("\"from\": \"2027-01-01\"", 5),
    ];

    [Theory]
    [InlineData("2019-12-31", null)]
    [InlineData("2020-01-01", 10)]
    [InlineData("2023-06-30", 10)]
    [InlineData("2023-07-01", 20)]
    [InlineData("2025-12-31", 20)]
    [InlineData("2026-01-01", null)]
    [InlineData("2026-12-31", null)]
    [InlineData("2027-01-01", 5)]
    public void The_first_and_the_last_day_of_a_version_belong_to_it(string referral, int? days)
    {
        var received = Day(referral);

        var due = Due("evaluation-response", Law(Versions), new PlanDate(PlanDateKind.ReferralReceived, received));

        Assert.Equal(days is { } number ? received.PlusDays(number) : null, due?.DueOn);
    }

    [Fact]
    public void The_order_of_the_versions_in_the_file_does_not_matter()
    {
        var date = new PlanDate(PlanDateKind.ReferralReceived, Day("2023-07-01"));

        Assert.Equal(Day("2023-07-21"), Due("evaluation-response", Law([.. Versions.Reverse()]), date)!.DueOn);
    }

    [Theory]
    [InlineData("2019-12-31", 60, "34 CFR 300.301(c)(1)(i)")]
    [InlineData("2020-01-01", 90, "ZZ 1.1")]
    [InlineData("2025-12-31", 90, "ZZ 1.1")]
    [InlineData("2026-01-01", 60, "34 CFR 300.301(c)(1)(i)")]
    public void Outside_the_states_versions_the_federal_count_stands(string consent, int days, string citation)
    {
        var due = Due("initial-evaluation", Law(Versions), new PlanDate(PlanDateKind.ConsentReceived, Day(consent)))!;

        Assert.Equal(Day(consent).PlusDays(days), due.DueOn);
        Assert.Equal(citation, due.Law[0].Text);
    }

    /// <summary>The student turns 14 on 2026-03-01 and 16 two years later.</summary>
    [Theory]
    [InlineData("2025-06-30", "2027-06-30")]
    [InlineData("2025-07-01", "2025-07-01")]
    public void The_meeting_decides_which_transition_age_holds(string meeting, string due)
    {
        var found = Due(
            "transition-planning", Law(Versions), PlanKind.Iep, new LocalDate(2012, 3, 1),
            new PlanDate(PlanDateKind.IepMeetingHeld, Day(meeting)));

        Assert.Equal(Day(due), found!.DueOn);
    }

    /// <summary>DESE's memo of that day reads "immediately" as five school days; before it there was no number.</summary>
    [Theory]
    [InlineData("2025-06-12", null)]
    [InlineData("2025-06-13", "2025-06-20")]
    public void Massachusetts_counts_copies_of_the_iep_from_the_day_of_the_memo(string meeting, string? due)
    {
        SchoolCalendar calendar = SchoolCalendar.From(
            [
                new CalendarEntry
                {
                    Kind = CalendarEntryKind.SchoolYear, FirstDate = new(2024, 9, 3), LastDate = new(2025, 6, 27), Name = "2024-25",
                },
            ],
            null);
        var row = StateTable.Of("MA").Rows[0];
        var plan = row.Plan with { Plan = row.Plan.Plan with { Kind = PlanKind.Iep }, Dates = [new PlanDate(PlanDateKind.IepMeetingHeld, Day(meeting))] };

        var found = new DueDateCalculator(StateLaw.For("MA"), row.District).Calculate(plan, calendar, Day("2025-06-16"))
            .SingleOrDefault(each => each.Obligation.Value == "fape-offer-notice");

        Assert.Equal(due is null ? null : Day(due), found?.DueOn);
    }

    private static string Version(string span, int days) =>
        $$"""{ {{span}}, "citation": "ZZ 1.0", "source": "a test", "certainty": "official", "count": {"calendarDays": {{days}}, "after": "referralReceived"} }""";

    private static StateLaw Law(string[] versions) =>
        StateTable.Law("ZZ", Nowhere.Replace("VERSIONS", string.Join(", ", versions)));

    private static DueDate? Due(string obligation, StateLaw law, params PlanDate[] dates) =>
        Due(obligation, law, PlanKind.Evaluation, new LocalDate(2015, 6, 1), dates);

    private static DueDate? Due(
        string obligation, StateLaw law, PlanKind kind, LocalDate born, params PlanDate[] dates)
    {
        var row = StateTable.Of("TX").Rows[0];
        var plan = new PlanRecord
        {
            Plan = row.Plan.Plan with { Kind = kind },
            Student = row.Plan.Student with { BirthDate = born },
            Dates = dates,
        };
        return new DueDateCalculator(law, row.District).Calculate(plan, CaseFiles.Calendar("cal-ab"), new LocalDate(2026, 1, 20))
            .SingleOrDefault(due => due.Obligation.Value == obligation);
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
