using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>Children with a plan under Section 504.</summary>
public static class Section504Stories
{
    public static IReadOnlyList<SampleStory> Notable { get; } =
    [
        Of("review overdue", (days, random) => Running(days, random, 380)),
        Of("review next week, team invited", (days, random) =>
            [.. Running(days, random, 356), .. IepHistory.Scheduled(days, random, 7)]),
        Of("ended: no longer needed", (days, random) => [.. Running(days, random, 200), new(PlanDateKind.Exited, days.Ago(40), "no longer eligible")]),
        Of("never reviewed since it was written", (days, random) => Running(days, random, 700)),
    ];

    public static SampleStory Ordinary { get; } = Of("an ordinary year", (days, random) =>
    {
        var ago = random.Between(5, 362);
        return ago > 330 && random.Chance(75)
            ? [.. Running(days, random, ago), .. IepHistory.Scheduled(days, random, Math.Max(1, 363 - ago))]
            : Running(days, random, ago);
    });

    private static IEnumerable<PlanDate> Running(SampleDays days, SampleRandom random, int lastMeetingAgo)
    {
        yield return new(PlanDateKind.ConsentReceived, days.Ago(lastMeetingAgo + 60));
        yield return new(PlanDateKind.EvaluationCompleted, days.Ago(lastMeetingAgo + 15));
        yield return new(PlanDateKind.IepMeetingHeld, days.Ago(lastMeetingAgo));
        foreach (var obligation in (string[])["ferpa-annual-notice", "section-504-annual-notice", "plan-handover"])
        {
            if (random.Chance(98))
            {
                yield return new(PlanDateKind.ObligationMet, SampleCalendar.FirstDayOfYear, obligation);
            }
        }

        foreach (var handedOver in IepHistory.HandedOver(days, random, lastMeetingAgo))
        {
            yield return handedOver;
        }
    }

    private static SampleStory Of(string name, Func<SampleDays, SampleRandom, IEnumerable<PlanDate>> tell) =>
        new(name, PlanKind.Section504, 6, 16, tell);
}
