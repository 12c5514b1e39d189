using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>Finds out what is different for one student on one day, from what is on record now.</summary>
public sealed class ChangedDays(KeptScheduleChanges changes)
{
    public async Task<FoundSubject> FindAsync(
        NoticeDue due, StudentFile? student, DistrictRules rules, Instant now, CancellationToken cancellationToken) =>
        Of(due.DueOn, await changes.OfDayAsync(due.DistrictId, due.DueOn, cancellationToken), student, rules, now);

    /// <summary>The same from given versions: a preview has one more than the store.</summary>
    public static FoundSubject Of(
        LocalDate on, IReadOnlyList<ScheduleChange> versions, StudentFile? student, DistrictRules rules, Instant now)
    {
        var district = rules.File.District;
        if (student is null or { IsGone: true })
        {
            return FoundSubject.Withhold(WithholdReason.PlanGone);
        }

        if (PromisedNotice.HasLeft(student.Plans, on))
        {
            return FoundSubject.Withhold(WithholdReason.NoLongerOwed);
        }

        var promised = PromisedNotice.In(student.Plans, student.Accommodations, on);
        var ofTold = ChangedDay.Of(on, versions, student.Student, isPromised: true, district);
        if (ofTold.Until is not { } until || until <= now)
        {
            return FoundSubject.Withhold(WithholdReason.TooLate);
        }

        return FoundSubject.Send(new ChangedDaySubject
        {
            On = on,
            Day = ChangedDay.Of(on, versions, student.Student, promised is not null, district),
            DayOfTold = ofTold,
            Versions = versions,
            Student = student,
            Plan = promised ?? PlanOf(student),
            Rules = rules,
        });
    }

    /// <summary>The plan whose case manager answers for the family: one in force, else any.</summary>
    public static Plan PlanOf(StudentFile student) =>
        (student.Plans.Count > 0 ? student.Plans[0].Plan : null)
        // A family of a change for everyone may have no plan at all: the district's contact answers then.
        ?? new Plan { PlanId = "", StudentId = student.Student.StudentId, Kind = PlanKind.Evaluation, CaseManagerId = "" };
}
