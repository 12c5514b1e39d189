using NodaTime;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.DueDates.Rates;

/// <summary>
/// The rated duties of a plan over a stretch of time. A due date counts from the latest meeting or evaluation, so the one
/// before it is found by asking what was due on the day before that: by the same calculator, never by another count.
/// </summary>
public static class DutyCycles
{
    /// <summary>A date that starts another three years or another year because the duty was done that day.</summary>
    private static readonly Dictionary<ObligationId, PlanDateKind[]> Completing = new()
    {
        [ObligationIds.AnnualReview] = [PlanDateKind.IepMeetingHeld],
        [ObligationIds.Reevaluation] =
        [
            PlanDateKind.EvaluationCompleted, PlanDateKind.EvaluationReportCompleted, PlanDateKind.EligibilityDetermined,
            PlanDateKind.ReevaluationWaived,
        ],
        [ObligationIds.InitialEvaluation] = [],
    };

    // A reason may be noted before the due date and some time after the duty was done; what was noted earlier explained
    // the year before.
    private const int EarlyNote = 90;
    private const int LateNote = 180;

    /// <param name="plan">The plan with all dates on record, in any order.</param>
    /// <param name="calculator">The district's.</param>
    /// <param name="calendar">Of the student's building.</param>
    /// <param name="from">Duties settled before this day may be left out.</param>
    /// <param name="asOf">The day whose view is asked for: later facts are not looked at.</param>
    public static IReadOnlyList<DutyCycle> Of(
        PlanRecord plan, DueDateCalculator calculator, SchoolCalendar calendar, LocalDate from, LocalDate asOf)
    {
        var found = Found(plan, calculator, calendar, from, asOf);
        return plan.Plan.Kind == PlanKind.Iep && FirstEvaluation(plan) is { } evaluation
            ? [.. found, .. Found(evaluation, calculator, calendar, from, asOf)]
            : found;
    }

    private static List<DutyCycle> Found(
        PlanRecord plan, DueDateCalculator calculator, SchoolCalendar calendar, LocalDate from, LocalDate asOf)
    {
        var stands = new SortedDictionary<(string, LocalDate), DueDate>();
        foreach (var day in LookedAt(plan, from, asOf))
        {
            foreach (var due in calculator.Calculate(DatesAhead.LeftOut(plan, day), calendar, day)
                // A day agreed on stands alone until the consent is looked at, too.
                .Where(due => due.StartedOn <= day && Completing.ContainsKey(due.Obligation)))
            {
                // The latest look at a clock has the most facts of it.
                stands[(due.Obligation.Value, due.StartedOn)] = due;
            }
        }

        return [.. stands.Values.GroupBy(due => due.Obligation).SelectMany(same => Cycles(plan, [.. same], asOf))];
    }

    // Absences start no clock, and there are many.
    private static IEnumerable<LocalDate> LookedAt(PlanRecord plan, LocalDate from, LocalDate asOf) => plan.Dates
        .Where(date => date.Kind != PlanDateKind.Absence && date.Date <= asOf)
        .Select(date => date.Date.PlusDays(-1))
        .Where(day => day >= from.PlusDays(-2))
        .Append(asOf)
        .Distinct()
        .Order();

    private static IEnumerable<DutyCycle> Cycles(PlanRecord plan, IReadOnlyList<DueDate> starts, LocalDate asOf)
    {
        for (var index = 0; index < starts.Count; index++)
        {
            var (due, next) = (starts[index], index + 1 < starts.Count ? starts[index + 1].StartedOn : (LocalDate?)null);
            var done = next is { } again && plan.Dates.Any(date => date.Date == again && Completing[due.Obligation].Contains(date.Kind));
            var metOn = due.MetOn ?? (done ? next : null);
            // A clock that another one replaced in time never came to its end.
            if (metOn is null && next is not null && due.Status != DueStatus.NotOwed && !(due.DueOn < next))
            {
                continue;
            }

            var leftOut = LeftOutDuties.Of(plan, due, metOn, next ?? asOf);
            yield return new DutyCycle
            {
                Duty = new RatedDuty(due.Obligation, plan.Plan.Kind == PlanKind.Section504),
                PlanId = due.PlanId,
                StudentId = due.StudentId,
                CaseManagerId = plan.Plan.CaseManagerId,
                StartedOn = due.StartedOn,
                DueOn = due.DueOn,
                MetOn = metOn,
                LeftOut = leftOut?.Reason,
                LeftOutOn = leftOut?.On,
                IsOver = metOn is null && (next is not null || due.Status == DueStatus.NotOwed),
                DelayReason = ReasonOf(plan, due, next ?? asOf),
                AsOf = asOf,
            };
        }
    }

    private static string ReasonOf(PlanRecord plan, DueDate due, LocalDate upTo)
    {
        var prefix = due.Obligation.Value + ":";
        var first = due.DueOn is { } dueOn ? LocalDate.Max(due.StartedOn, dueOn.PlusDays(-EarlyNote)) : due.StartedOn;
        return plan.Dates
            .Where(date => date.Kind == PlanDateKind.DelayExplained && date.Date >= first && date.Date <= upTo.PlusDays(LateNote)
                && date.Detail.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .MaxBy(date => date.Date)?.Detail[prefix.Length..].Trim() ?? "";
    }

    // A plan that has become an IEP keeps the dates of the evaluation that led to it. What came after the first meeting
    // on it belongs to requests for further evaluations.
    private static PlanRecord? FirstEvaluation(PlanRecord plan)
    {
        var first = plan.Dates.Where(date => date.Kind == PlanDateKind.IepMeetingHeld)
            .Select(date => (LocalDate?)date.Date).Min() ?? LocalDate.MaxIsoValue;
        return plan.Dates.Any(date => date.Kind == PlanDateKind.ConsentReceived && date.Date <= first)
            ? plan with
            {
                Plan = plan.Plan with { Kind = PlanKind.Evaluation },
                Dates = [.. plan.Dates.Where(date => date.Date <= first || date.Kind == PlanDateKind.DelayExplained)],
            }
            : null;
    }
}
