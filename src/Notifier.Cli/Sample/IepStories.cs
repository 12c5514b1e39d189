using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>Children with an IEP: first those every sample must have, then the many whose year goes its way.</summary>
public static class IepStories
{
    /// <summary>One each, whatever the size of the sample.</summary>
    public static IReadOnlyList<SampleStory> Notable { get; } =
    [
        Of("annual review overdue, nothing scheduled", (days, random) => Running(days, random, 372, 1)),
        Of("annual review overdue over the summer", (days, random) => Running(days, random, 430, 0)),
        Of("annual review due in the break, meeting before it", (days, random) =>
            [.. Running(days, random, 357, 1), .. IepHistory.Scheduled(days, random, 3)]),
        Of("annual review due in ten days, nothing scheduled", (days, random) => Running(days, random, 355, 0)),
        Of("meeting two weeks ahead, invitation not yet recorded", (days, random) =>
            [.. Running(days, random, 340, 1), .. IepHistory.Scheduled(days, random, 20)]),
        Of("re-evaluation overdue", (days, random) => Running(days, random, 357, 2)),
        Of("re-evaluation waived", (days, random) =>
            [.. Running(days, random, 200, 2), new(PlanDateKind.ReevaluationWaived, days.Ago(120))]),
        Of("amended in the middle of the year", (days, random) =>
            [.. Running(days, random, 250, 1), new(PlanDateKind.IepAmended, days.Ago(40))]),
        Of("moved away", (days, random) => [.. Running(days, random, 150, 1), new(PlanDateKind.Exited, days.Ago(25), "moved")]),
        Of("services no longer needed", (days, random) =>
            [.. Running(days, random, 220, 1), new(PlanDateKind.Exited, days.Ago(12), "no longer eligible")]),
        Of("graduating in December", (days, random) =>
            [.. Running(days, random, 180, 2), new(PlanDateKind.Exited, days.Ahead(31), "diploma")], 17, 18),
        Of("parents revoked consent to services", (days, random) =>
            [.. Running(days, random, 300, 1), new(PlanDateKind.ServiceConsentRevoked, days.Ago(30))]),
        Of("transferred from another district", (days, random) =>
            [.. Running(days, random, 260, 0), new(PlanDateKind.TransferIepReceived, days.Ago(18))]),
        Of("suspended: manifestation determination due", (days, random) =>
            [.. Running(days, random, 130, 1), new(PlanDateKind.PlacementChangeDecided, days.Ago(6)),
                new(PlanDateKind.ObligationMet, days.Ago(6), "placement-change-notice")], 11, 17),
        Of("nine days of removal so far", (days, random) =>
            [.. Running(days, random, 90, 1), .. Enumerable.Range(0, 9).Select(day => new PlanDate(PlanDateKind.RemovalDay, days.Ago(20 + day * 3)))], 11, 17),
        Of("due process complaint", (days, random) =>
            [.. Running(days, random, 170, 1), new(PlanDateKind.DueProcessComplaintReceived, days.Ago(8))]),
        Of("parents asked for the records", (days, random) =>
            [.. Running(days, random, 140, 1), new(PlanDateKind.RecordsRequested, days.Ago(33))]),
        Of("goals with dates of their own", (days, random) =>
            [.. Running(days, random, 110, 1),
                new(PlanDateKind.GoalDue, days.Ago(11), "reading fluency, end of quarter 1"),
                new(PlanDateKind.GoalReviewed, days.Ago(12), "reading fluency, end of quarter 1"),
                new(PlanDateKind.GoalDue, days.Ahead(20), "writing a paragraph, end of quarter 2")], 7, 12),
        Of("born on 29 February", (days, random) => Running(days, random, 100, 1), 10, 10) with { Birthday = new(2, 29) },
        Of("turns seventeen this winter", (days, random) => Running(days, random, 310, 1), 16, 16) with { Birthday = new(1, 20) },
        Of("turns eighteen in December", (days, random) => Running(days, random, 320, 1), 17, 17) with { Birthday = new(12, 9) },
        Of("an adult student", (days, random) =>
            [.. Running(days, random, 345, 1), .. IepHistory.Scheduled(days, random, 13)], 18, 19),
        Of("sixteen before the next annual review", (days, random) => Running(days, random, 60, 0), 15, 15) with { Birthday = new(3, 5) },
        Of("no date of the last meeting", (days, random) =>
            [new(PlanDateKind.EligibilityDetermined, days.Ago(90)), .. IepHistory.NewYearPapers(random)]),
        Of("meeting recorded before eligibility", (days, _) =>
            [new(PlanDateKind.EvaluationCompleted, days.Ago(70)),
                new(PlanDateKind.IepMeetingHeld, days.Ago(64)),
                new(PlanDateKind.EligibilityDetermined, days.Ago(50))]),
        Of("meeting recorded in the future", (days, random) =>
            [.. Running(days, random, 330, 1), new(PlanDateKind.IepMeetingHeld, days.Ahead(90))]),
    ];

    /// <summary>An ordinary year: the meeting is on the calendar when it comes near.</summary>
    public static SampleStory Ordinary { get; } = Of("an ordinary year", (days, random) =>
    {
        // A few are past their year.
        var ago = random.Between(5, 371);
        var years = random.Below(ago > 320 ? 2 : 3);
        var dueIn = 365 - ago;
        return dueIn < 45 && random.Chance(88)
            ? [.. Running(days, random, ago, years), .. IepHistory.Scheduled(days, random, Math.Max(1, dueIn - random.Between(1, 8)))]
            : Running(days, random, ago, years);
    });

    private static IEnumerable<PlanDate> Running(SampleDays days, SampleRandom random, int lastMeetingAgo, int years) =>
    [
        .. IepHistory.Of(days, lastMeetingAgo, years),
        .. IepHistory.NewYearPapers(random),
        .. IepHistory.HandedOver(days, random, lastMeetingAgo),
    ];

    private static SampleStory Of(
        string name, Func<SampleDays, SampleRandom, IEnumerable<PlanDate>> tell, int leastAge = 5, int mostAge = 16) =>
        new(name, PlanKind.Iep, leastAge, mostAge, tell);
}
