using NodaTime;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>The dates any running IEP leaves behind: an evaluation, a meeting a year, and the papers of the new year.</summary>
public static class IepHistory
{
    /// <param name="days">The school days.</param>
    /// <param name="lastMeetingAgo">Calendar days since the last annual meeting.</param>
    /// <param name="yearsSinceEvaluation">How many annual meetings lie between the evaluation and the last meeting; 0 to 2.</param>
    public static IEnumerable<PlanDate> Of(SampleDays days, int lastMeetingAgo, int yearsSinceEvaluation)
    {
        var firstMeetingAgo = lastMeetingAgo + yearsSinceEvaluation * 358;

        yield return new(PlanDateKind.ConsentReceived, days.Ago(firstMeetingAgo + 80));
        yield return new(PlanDateKind.EvaluationReportCompleted, days.Ago(firstMeetingAgo + 30));
        yield return new(PlanDateKind.EvaluationCompleted, days.Ago(firstMeetingAgo + 30));
        yield return new(PlanDateKind.EligibilityDetermined, days.Ago(firstMeetingAgo + 21));
        for (var year = yearsSinceEvaluation; year >= 0; year--)
        {
            yield return new(PlanDateKind.IepMeetingHeld, days.Ago(lastMeetingAgo + year * 358));
        }

        yield return new(PlanDateKind.ServiceConsentReceived, days.Ago(firstMeetingAgo - 1));
    }

    /// <summary>What the office did when the school year began, and when progress reports went home.</summary>
    public static IEnumerable<PlanDate> NewYearPapers(SampleRandom random)
    {
        (string Obligation, LocalDate On, int Percent)[] papers =
        [
            ("procedural-safeguards-notice", SampleCalendar.FirstDayOfYear, 99),
            ("plan-handover", SampleCalendar.FirstDayOfYear, 99),
            ("ferpa-annual-notice", SampleCalendar.FirstDayOfYear, 100),
            ("progress-report", SampleCalendar.LastReportDay, 98),
        ];
        foreach (var (obligation, on, percent) in papers)
        {
            if (random.Chance(percent))
            {
                yield return new(PlanDateKind.ObligationMet, on, obligation);
            }
        }
    }

    /// <summary>The teachers got the plan a few days after its meeting.</summary>
    public static IEnumerable<PlanDate> HandedOver(SampleDays days, SampleRandom random, int lastMeetingAgo)
    {
        if (days.Ago(lastMeetingAgo) > SampleCalendar.FirstDayOfYear && random.Chance(96))
        {
            yield return new(PlanDateKind.ObligationMet, days.Ago(lastMeetingAgo - 3), "plan-handover");
        }
    }

    /// <summary>A meeting in so many days, and the invitation on record when it was due by now.</summary>
    public static IEnumerable<PlanDate> Scheduled(SampleDays days, SampleRandom random, int inDays)
    {
        string[] places = ["Conference room", "Library", "Room 12", "Counselor's office"];
        var format = random.Chance(25) ? "video" : "in person";
        var on = days.Ahead(inDays);

        yield return new(PlanDateKind.MeetingScheduled, on, $"{random.Between(8, 15):00}:{random.Pick([0, 15, 30]):00}; {random.Pick(places)}; {format}");
        if (inDays < 11)
        {
            yield return new(PlanDateKind.ObligationMet, days.OnOrBefore(on.PlusDays(-14)), "meeting-notice");
        }
    }
}
