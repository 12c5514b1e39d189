using NodaTime.Text;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>
/// Keeps what is stored where the folder lacks it only because a row was rejected: the mistyped row may say just that.
/// </summary>
internal static class KeptRows
{
    /// <param name="read">The student as the folder has it.</param>
    /// <param name="stored">As it is stored.</param>
    /// <param name="missing">What the folder may lack.</param>
    /// <param name="dateKinds">The kinds of plan dates that it may lack; null: any.</param>
    public static StudentFile Over(StudentFile read, StudentFile stored, MissingRows missing, IReadOnlySet<PlanDateKind>? dateKinds)
    {
        if (missing == MissingRows.None)
        {
            return read;
        }

        var plans = missing.HasFlag(MissingRows.Dates) ? [.. read.Plans.Select(plan => WithDates(plan, stored, dateKinds))] : read.Plans;
        if (missing.HasFlag(MissingRows.Plans))
        {
            plans = Union(plans, stored.Plans.Select(plan => plan with { Student = read.Student }), plan => plan.Plan.PlanId);
        }

        return read with
        {
            Gaps = [.. read.Gaps, .. plans.SelectMany(plan => InDoubt(plan, read))],
            Plans = plans,
            Contacts = missing.HasFlag(MissingRows.Contacts) ? Union(read.Contacts, stored.Contacts, contact => contact.ContactId) : read.Contacts,
            Accommodations = missing.HasFlag(MissingRows.Accommodations)
                ? Union(read.Accommodations, stored.Accommodations, item => $"{item.PlanId}\n{item.Kind}\n{item.Detail}")
                : read.Accommodations,
        };
    }

    // A corrected date leaves as many of its kind as before: the folder counts. With fewer, one may be the rejected row.
    private static PlanRecord WithDates(PlanRecord plan, StudentFile stored, IReadOnlySet<PlanDateKind>? kinds)
    {
        if (stored.Plans.FirstOrDefault(other => other.Plan.PlanId == plan.Plan.PlanId) is not { } before)
        {
            return plan;
        }

        var read = plan.Dates.ToLookup(date => date.Kind);
        var kept = before.Dates
            .GroupBy(date => date.Kind)
            .Where(group => kinds?.Contains(group.Key) != false)
            .Where(group => group.Count() > read[group.Key].Count())
            .SelectMany(group => group.Except(read[group.Key]))
            .ToList();
        return kept.Count == 0 ? plan : plan with { Dates = InOrder([.. plan.Dates, .. kept]) };
    }

    // Kept, and yet perhaps moved: that it is not sure is asked of the case manager.
    private static IEnumerable<StudentGap> InDoubt(PlanRecord plan, StudentFile read)
    {
        if (read.Plans.FirstOrDefault(one => one.Plan.PlanId == plan.Plan.PlanId)?.Dates is not { } dates)
        {
            return [];
        }

        return plan.Dates.Where(date => date.Kind == PlanDateKind.MeetingScheduled).Except(dates).Select(meeting => new StudentGap
        {
            Kind = StudentGapKind.MeetingInDoubt,
            PlanId = plan.Plan.PlanId,
            MeetingOn = meeting.Date,
            What = $"The meeting of {LocalDatePattern.Iso.Format(meeting.Date)} of plan {plan.Plan.PlanId} is not in the folder any more, and a "
                + "row that could not be read may be a change of it. The family is told nothing more of it until that is clear.",
            Remedy = "Mend the row in the district's folder and import it again; if the meeting is soon, call the family.",
        });
    }

    private static List<PlanDate> InOrder(List<PlanDate> dates) =>
        [.. dates.OrderBy(date => date.Kind).ThenBy(date => date.Date).ThenBy(date => date.Detail, StringComparer.Ordinal)];

    private static List<T> Union<T>(IEnumerable<T> read, IEnumerable<T> stored, Func<T, string> id)
    {
        var all = read.ToList();
        var known = all.Select(id).ToHashSet(StringComparer.Ordinal);
        all.AddRange(stored.Where(item => known.Add(id(item))));
        return [.. all.OrderBy(id, StringComparer.Ordinal)];
    }
}
