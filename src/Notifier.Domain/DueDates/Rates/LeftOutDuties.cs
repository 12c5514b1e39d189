using NodaTime;
using Notifier.Law;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.DueDates.Rates;

/// <summary>Which duties count in no rate. What was done in time needs no exception, except after a move with an agreed day.</summary>
internal static class LeftOutDuties
{
    /// <param name="plan">With all dates on record.</param>
    /// <param name="due">As last seen.</param>
    /// <param name="metOn">The day it was done.</param>
    /// <param name="upTo">The end of the cycle, or the day asked about.</param>
    public static (LeftOutReason Reason, LocalDate On)? Of(PlanRecord plan, DueDate due, LocalDate? metOn, LocalDate upTo)
    {
        var isFirstEvaluation = due.Obligation == ObligationIds.InitialEvaluation;
        // 300.301(e): the exception of a move holds only with a day agreed on.
        if (isFirstEvaluation && plan.Dates.Any(date => date.Kind == PlanDateKind.CompletionDateAgreed)
            && First(plan, PlanDateKind.EnrolledDuringEvaluation, LocalDate.MinIsoValue, upTo) is { } enrolled)
        {
            return (LeftOutReason.EnrolledDuringEvaluation, enrolled);
        }

        if (metOn <= due.DueOn)
        {
            return null;
        }

        // What came after the due date excuses nothing.
        var last = due.DueOn is { } dueOn ? LocalDate.Min(dueOn, upTo) : upTo;
        return isFirstEvaluation && First(plan, PlanDateKind.ChildNotProduced, due.StartedOn, last) is { } refused
                ? (LeftOutReason.ChildNotProduced, refused)
            : isFirstEvaluation && First(plan, PlanDateKind.ConsentWithdrawn, due.StartedOn, last) is { } withdrawn
                ? (LeftOutReason.ConsentWithdrawn, withdrawn)
            : First(plan, PlanDateKind.ServiceConsentRevoked, due.StartedOn, last) is { } revoked
                ? (LeftOutReason.ConsentWithdrawn, revoked)
            : First(plan, PlanDateKind.Exited, due.StartedOn, last) is { } left ? (LeftOutReason.StudentLeft, left)
            : null;
    }

    private static LocalDate? First(PlanRecord plan, PlanDateKind kind, LocalDate from, LocalDate through) => plan.Dates
        .Where(date => date.Kind == kind && date.Date >= from && date.Date <= through)
        .Select(date => (LocalDate?)date.Date).Min();
}
