using NodaTime;
using Notifier.DueDates.Rates;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Templates;

/// <summary>The very words that staff get.</summary>
public sealed class GoldenStaffNoticeTests
{
    [Fact]
    public void Staff_get_these_words()
    {
        var coming = NoticeFixture.Staff("annual-review");
        var late = coming with { Today = NoticeFixture.DueOn.PlusDays(7) };

        Golden.Check("staff-coming-due.en.email", GoldenNoticeTests.Words(FamilyWording.Composer.Compose(coming)));
        Golden.Check("staff-overdue.en.email", GoldenNoticeTests.Words(FamilyWording.Composer.Compose(late)));
        Golden.Check("staff-not-before.en.email", GoldenNoticeTests.Words(FamilyWording.Composer.Compose(NoticeFixture.Staff("reevaluation-floor"))));
    }

    [Fact]
    public void A_stand_in_is_told_why()
    {
        var facts = NoticeFixture.Staff("annual-review");
        var recipient = NoticeFixture.ToCaseManager with
        {
            RecipientId = "T2",
            Name = "Kim Lee",
            PassedOver = ["case manager T1: no mail address on record"],
        };

        Golden.Check("staff-stand-in.en.email", GoldenNoticeTests.Words(FamilyWording.Composer.Compose(facts with { Recipient = recipient })));
    }

    [Theory]
    [InlineData(Wordings.StaffContactRepair)]
    [InlineData(Wordings.StaffUndeliverable)]
    [InlineData(Wordings.StaffProblem)]
    public void Staff_are_told_of_problems(string wording) =>
        Golden.Check($"{wording}.en.email", GoldenNoticeTests.Words(FamilyWording.Composer.Compose(Problem(wording))));

    [Fact]
    public void Staff_get_this_overview()
    {
        var student = NoticeFixture.Student;
        DigestLine Line(string obligation, LocalDate dueOn) => new(NoticeFixture.Due(obligation) with { DueOn = dueOn }, student)
        {
            CountedFrom = NoticeFixture.Due(obligation).StartedOn,
        };
        var facts = new DigestFacts
        {
            District = NoticeFixture.District,
            Recipient = NoticeFixture.ToCaseManager,
            Today = NoticeFixture.Today,
            ActBy = NoticeFixture.Today.PlusDays(1),
            Lines =
            [
                Line("reevaluation", new(2026, 12, 18)) with
                {
                    IsNews = true,
                    DueDate = NoticeFixture.Due("reevaluation") with { DueOn = new(2026, 12, 18), PlanId = "P2" },
                },
                Line("progress-report", new(2026, 12, 16)),
                Line("plan-handover", new(2026, 8, 17)) with { CountedFrom = null, Marks = "the first day of the school year" },
                Line("annual-review", new(2026, 12, 22)) with { Meeting = new PlannedMeeting(new(2026, 12, 21), IsNoticed: true) },
                Line("goal-review", new(2027, 1, 8)),
                Line("annual-review", new(2026, 12, 1)),
                Line("initial-iep-meeting", new(2026, 12, 22)) with { LastNoticeDay = new(2026, 12, 11) },
            ],
            Meetings =
            [
                new(new MeetingFacts { On = new(2027, 1, 5), At = new(15, 30) }, student, "P1", MeetingGap.NoConfirmation),
                new(new MeetingFacts { On = new(2026, 12, 18) }, student, "P1", MeetingGap.NoInvitation),
            ],
            Problems = [Problem(Wordings.StaffContactRepair)],
        };

        Golden.Check("staff-digest.en.email", GoldenNoticeTests.Words(FamilyWording.Composer.Compose(facts)));
        Golden.Check("staff-digest.en.html", FamilyWording.Composer.Compose(facts).Html!);
        Golden.Check(
            "staff-digest-above.en.email",
            GoldenNoticeTests.Words(FamilyWording.Composer.Compose(facts with
            {
                InsteadOf = "Dana Reyes",
                Lines = [],
                Meetings = [],
                Problems = [],
                Team = [Line("annual-review", new(2026, 12, 1)) with { CaseManager = "Sam Ortiz", IsEscalated = true }],
                Recipient = facts.Recipient with { RecipientId = "T2", Name = "Kim Lee", PassedOver = ["case manager T1: away until 2027-01-08"] },
            })));
    }

    [Fact]
    public void Whoever_of_the_staff_chose_texts_gets_this_one()
    {
        var facts = new StaffTextFacts
        {
            District = NoticeFixture.District,
            Recipient = NoticeFixture.ToCaseManager with { Channel = Channel.Sms },
            Overdue = 2,
            NoRoom = 1,
            Team = 0,
        };

        Golden.Check("staff-text.en.sms", FamilyWording.Composer.Compose(facts).Text);
    }

    [Theory]
    [InlineData("Oak Hill Schools")]
    [InlineData("Consolidated Independent School District No. 417 of the Lower Valley")]
    [InlineData("San José-Águilas “Unified”")]
    [InlineData("学区")]
    public void A_text_to_staff_is_one_segment_whatever_the_district_is_called(string name)
    {
        var content = FamilyWording.Composer.Compose(new StaffTextFacts
        {
            District = NoticeFixture.District with { Name = name },
            Recipient = NoticeFixture.ToCaseManager with { Channel = Channel.Sms },
            Overdue = 9999,
            NoRoom = 9999,
            Team = 9999,
        });

        Assert.Equal(1, SegmentCount.Of(content.Text).Segments);
        Assert.DoesNotContain(NoticeFixture.Student.FirstName, content.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)iep|504|disab|special", content.Text);
        Assert.Empty(content.Subject);
    }

    [Fact]
    public void Supervisors_get_this_summary()
    {
        var reviews = new RatedDuty(ObligationIds.AnnualReview, IsSection504: false);
        DutyCycle Cycle(string planId, RatedDuty duty, string owner, LocalDate dueOn, LocalDate? metOn = null, string reason = "") => new()
        {
            Duty = duty,
            PlanId = planId,
            StudentId = "S1",
            CaseManagerId = owner,
            StartedOn = dueOn.PlusYears(-1),
            DueOn = dueOn,
            MetOn = metOn,
            DelayReason = reason,
            AsOf = NoticeFixture.Today,
        };
        DutyCycle[] open =
        [
            Cycle("P12", reviews, "T1", new(2026, 12, 8)),
            Cycle("P7", RatedDuty.Indicator11, "T3", new(2026, 11, 30), reason: "no school psychologist in November"),
        ];
        DutyCycle[] done =
        [
            Cycle("P3", reviews, "T3", new(2026, 12, 9), new(2026, 12, 11), "parent was away"),
            Cycle("P4", reviews, "T3", new(2026, 12, 10), new(2026, 12, 10)),
            Cycle("P5", new(ObligationIds.Reevaluation, IsSection504: true), "T3", new(2026, 12, 10), new(2026, 12, 9)),
            Cycle("P8", RatedDuty.Indicator11, "T3", new(2026, 12, 10)) with { LeftOut = LeftOutReason.ChildNotProduced, LeftOutOn = new(2026, 12, 7) },
        ];
        var (week, year) = (new RatePeriod(new(2026, 12, 7), new(2026, 12, 13)), RatePeriod.YearThrough(NoticeFixture.Today));
        DutyCycle[] all = [.. open, .. done];
        var facts = new SummaryFacts
        {
            District = NoticeFixture.District,
            Recipient = NoticeFixture.ToCaseManager with { RecipientId = "T2", Name = "Kim Lee" },
            Today = NoticeFixture.Today,
            Week = week,
            Year = year,
            WeekRates = [.. RatedDuty.All.Select(duty => OnTimeRate.Of(duty, all, week))],
            YearRates = [.. RatedDuty.All.Select(duty => OnTimeRate.Of(duty, all, year))],
            Late = [new(open[0], "Sam Ortiz"), new(done[0], "Ines Vega")],
            OpenCount = 40,
            Open = [new(open[0], "Sam Ortiz"), new(open[1], "Ines Vega")],
        };
        var quiet = facts with
        {
            InsteadOf = "Dana Reyes",
            Week = week with { From = new(2026, 11, 23) },
            OpenCount = 0,
            Open = [],
            Late = [],
            WeekRates = [.. RatedDuty.All.Select(duty => OnTimeRate.Of(duty, done[1..2], week))],
            YearRates = [.. RatedDuty.All.Select(duty => OnTimeRate.Of(duty, done[1..2], year))],
        };

        Golden.Check("staff-summary.en.email", GoldenNoticeTests.Words(FamilyWording.Composer.Compose(facts)));
        Golden.Check("staff-summary-quiet.en.email", GoldenNoticeTests.Words(FamilyWording.Composer.Compose(quiet)));
    }

    [Fact]
    public void The_same_duty_of_thirty_children_is_one_line()
    {
        var lines = Enumerable.Range(1, 30)
            .Select(number => new DigestLine(
                NoticeFixture.Due("progress-report") with { DueOn = NoticeFixture.Today.PlusDays(2), PlanId = $"P{number:00}" }, NoticeFixture.Student))
            .ToList();

        var text = FamilyWording.Composer.Compose(new DigestFacts
        {
            District = NoticeFixture.District,
            Recipient = NoticeFixture.ToCaseManager,
            Today = NoticeFixture.Today,
            ActBy = NoticeFixture.Today.PlusDays(1),
            Lines = lines,
        }).Text;

        Assert.Single(text.Split('\n'), line => line.StartsWith("- ", StringComparison.Ordinal));
        // In front some; further down every one, because evidence says that staff were told of it.
        Assert.Contains("Maya (P05) and 25 more", text);
        Assert.All(lines, line => Assert.Contains($"({line.DueDate.PlanId})", text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_overdue_longest_makes_room_for_what_can_still_be_kept()
    {
        DigestLine Line(int number, int daysFromToday) => new(
            NoticeFixture.Due("annual-review") with { DueOn = NoticeFixture.Today.PlusDays(daysFromToday), PlanId = $"P{number:00}" }, NoticeFixture.Student)
        {
            CaseManager = "Sam Ortiz",
        };

        var text = FamilyWording.Composer.Compose(new DigestFacts
        {
            District = NoticeFixture.District,
            Recipient = NoticeFixture.ToCaseManager,
            Today = NoticeFixture.Today,
            ActBy = NoticeFixture.Today.PlusDays(1),
            Lines = [],
            Team = [.. Enumerable.Range(1, 40).Select(number => Line(number, -10 * number)), Line(41, 2)],
        }).Text;

        var said = text.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToList();
        Assert.StartsWith("- Due in 2 days: Annual review of the plan, Maya (P41)", said[0], StringComparison.Ordinal);
        // The most overdue stands in front of the overview, so it is not cut.
        Assert.StartsWith("- 400 days overdue: Annual review of the plan, Maya (P40)", said[1], StringComparison.Ordinal);
        Assert.StartsWith("- 230 days overdue: Annual review of the plan, Maya (P23)", said[2], StringComparison.Ordinal);
        Assert.Equal("- And 16 more, due Tuesday, April 21, 2026 or before.", said[^1]);
        Assert.Equal(26, said.Count);
    }

    [Fact]
    public void What_must_be_noticed_before_a_break_says_so_and_what_only_opens_says_its_day_once()
    {
        var text = FamilyWording.Composer.Compose(new DigestFacts
        {
            District = NoticeFixture.District,
            Recipient = NoticeFixture.ToCaseManager,
            Today = new(2026, 12, 17),
            ActBy = new(2026, 12, 18),
            Lines =
            [
                new(NoticeFixture.Due("annual-review") with { DueOn = new(2026, 12, 30) }, NoticeFixture.Student) { LastNoticeDay = new(2026, 12, 18) },
                new(NoticeFixture.Due("reevaluation-floor") with { DueOn = new(2026, 12, 19) }, NoticeFixture.Student),
            ],
        }).Text;

        Assert.Contains("Because: its notice must go out by Friday, December 18", text, StringComparison.Ordinal);
        Assert.Contains("- Possible from Saturday, December 19 on: ", text, StringComparison.Ordinal);
    }

    private static ProblemFacts Problem(string wording) => new()
    {
        District = NoticeFixture.District,
        Recipient = NoticeFixture.ToCaseManager,
        Wording = wording,
        What = "Contact C1 cannot be reached (email: no mail address on record; text: no consent to texts on record).",
        Remedy = "Record a mail address, or a phone number with the day of consent to texts.",
        Student = NoticeFixture.Student,
        Plan = NoticeFixture.Family("annual-review").Plan,
        Today = NoticeFixture.Today,
    };
}
