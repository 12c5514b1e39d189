using Notifier.Calendars;
using Notifier.DueDates.Counting;
using Notifier.Law;
using static Notifier.Law.PlanDateKind;

namespace Notifier.DueDates.Duties;

/// <summary>
/// The IEP in effect on the transition birthday plans for adult life (34 CFR 300.320(b)): due at the meeting that
/// writes that IEP, up to a year before the birthday.
/// </summary>
internal sealed class TransitionPlanning(IReadOnlyList<TransitionAge> ages, bool isState, AnnualSpan span) : CountNode
{
    private readonly VersionsByDay<TransitionAge> versions = new(ages);

    public override ulong Needs { get; } = Bit(IepMeetingHeld);

    public override Law.PlanDateKind? StartKind => IepMeetingHeld;

    public override Counted Evaluate(PlanFacts facts)
    {
        if (!facts.Has(IepMeetingHeld))
        {
            return Counted.NotRecorded;
        }

        var meeting = facts.Latest(IepMeetingHeld);
        var age = versions.On(meeting);
        var birthday = DayNumber.PlusMonths(facts.Record.Student.BirthDate, (age.Years * 12) + age.Months);
        var step = HasReachedGrade(facts.Record.Student.Grade, age.Grade) ? 0 : FirstStepCovering(meeting, birthday);
        var due = step == 0 ? meeting : span.After(meeting, step);
        facts.Trace?.Started(IepMeetingHeld, meeting);
        facts.Trace?.Transition(age, isState, birthday, meeting, step, due, span);
        return Counted.On(due).StartedOn(meeting);
    }

    /// <summary>0: the meeting held writes the IEP in effect that day; n: the n-th annual review after it does.</summary>
    private int FirstStepCovering(int meeting, int birthday)
    {
        if (birthday <= span.After(meeting, 1))
        {
            return 0;
        }

        // A period is a year at most 366 days long: start just below, then step.
        var step = Math.Max(1, ((birthday - meeting) / 366) - 1);
        while (span.After(meeting, step + 1) < birthday)
        {
            step++;
        }

        return step;
    }

    private static bool HasReachedGrade(string grade, int? named) =>
        named is { } number && int.TryParse(grade, out var reached) && reached >= number;
}
