using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>Children referred for a first evaluation.</summary>
public static class EvaluationStories
{
    public static IReadOnlyList<SampleStory> Notable { get; } =
    [
        Of("evaluation overdue", (days, random) => Consented(days, random, 68)),
        Of("evaluation due this week", (days, random) => Consented(days, random, 58)),
        Of("found eligible, first IEP meeting overdue", (days, random) => Eligible(days, random, 34)),
        Of("found eligible, first IEP meeting scheduled", (days, random) =>
            [.. Eligible(days, random, 20), .. IepHistory.Scheduled(days, random, 6)]),
        Of("parents agreed to a later date", (days, random) =>
            [.. Consented(days, random, 64), new(PlanDateKind.CompletionDateAgreed, days.Ahead(10))]),
        Of("parents withdrew consent", (days, random) =>
            [.. Consented(days, random, 45), new(PlanDateKind.ConsentWithdrawn, days.Ago(9))]),
        Of("often absent", (days, random) =>
            [.. Consented(days, random, 50), .. Enumerable.Range(0, 5).Select(day => new PlanDate(PlanDateKind.Absence, days.Ago(10 + day * 4)))]),
        Of("referred, no consent yet", (days, _) => [new(PlanDateKind.ReferralReceived, days.Ago(14))]),
        Of("consent recorded before the referral", (days, _) =>
            [new(PlanDateKind.ReferralReceived, days.Ago(20)), new(PlanDateKind.ConsentReceived, days.Ago(38))]),
        Of("leaving early intervention", (days, random) => Consented(days, random, 30), 2, 2) with { Birthday = new(1, 28) },
    ];

    public static SampleStory Ordinary { get; } = Of("under way", (days, random) =>
        random.Chance(70) ? Consented(days, random, random.Between(3, 55)) : Eligible(days, random, random.Between(1, 27)));

    private static IEnumerable<PlanDate> Consented(SampleDays days, SampleRandom random, int consentAgo)
    {
        var referred = days.Ago(consentAgo + random.Between(8, 20));

        yield return new(PlanDateKind.ReferralReceived, referred);
        yield return new(PlanDateKind.ObligationMet, referred, "procedural-safeguards-notice");
        yield return new(PlanDateKind.ConsentReceived, days.Ago(consentAgo));
    }

    private static IEnumerable<PlanDate> Eligible(SampleDays days, SampleRandom random, int eligibleAgo) =>
    [
        .. Consented(days, random, eligibleAgo + 55),
        new(PlanDateKind.EvaluationReportCompleted, days.Ago(eligibleAgo + 5)),
        new(PlanDateKind.EvaluationCompleted, days.Ago(eligibleAgo + 5)),
        new(PlanDateKind.EligibilityDetermined, days.Ago(eligibleAgo)),
    ];

    private static SampleStory Of(
        string name, Func<SampleDays, SampleRandom, IEnumerable<PlanDate>> tell, int leastAge = 4, int mostAge = 12) =>
        new(name, PlanKind.Evaluation, leastAge, mostAge, tell);
}
