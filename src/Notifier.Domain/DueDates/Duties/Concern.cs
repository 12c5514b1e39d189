using Notifier.Calendars;
using Notifier.DueDates.Counting;
using Notifier.Law;
using Notifier.Obligations;
using static Notifier.Law.PlanDateKind;

namespace Notifier.DueDates.Duties;

/// <summary>Whether a duty concerns a plan at all, where more than the kind of plan decides.</summary>
internal static class Concern
{
    private static readonly ulong EvaluationKinds =
        CountNode.Bit(ReferralReceived) | CountNode.Bit(ConsentReceived) | CountNode.Bit(EvaluationReportCompleted)
        | CountNode.Bit(EligibilityDetermined) | CountNode.Bit(EvaluationCompleted);

    public static Func<PlanFacts, Counted, bool>? Of(ObligationId id)
    {
        if (id == ObligationIds.PartCNotification || id == ObligationIds.PartCConference
            || id == ObligationIds.ThirdBirthdayIep)
        {
            return IsUnderThree;
        }

        return id == ObligationIds.InitialIepMeeting ? IsFirstIep : null;
    }

    /// <summary>34 CFR 300.124: a child whose evaluation began before the third birthday.</summary>
    private static bool IsUnderThree(PlanFacts facts, Counted counted)
    {
        var third = DayNumber.PlusYears(facts.Record.Student.BirthDate, 3);
        return (facts.FirstWithin(EvaluationKinds, int.MinValue, int.MaxValue) ?? facts.AsOf) <= third;
    }

    /// <summary>34 CFR 300.323(c)(1) speaks of the first IEP: an earlier IEP meeting on record makes this a later one.</summary>
    private static bool IsFirstIep(PlanFacts facts, Counted counted) =>
        facts.FirstWithin(CountNode.Bit(IepMeetingHeld), int.MinValue, counted.Start - 1) is null;
}
