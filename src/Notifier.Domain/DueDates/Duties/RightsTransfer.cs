using Notifier.Calendars;
using Notifier.DueDates.Counting;
using Notifier.Law;

namespace Notifier.DueDates.Duties;

/// <summary>
/// Rights transfer at the age of majority (34 CFR 300.520), and the IEP says so a year before (34 CFR 300.320(c)).
/// </summary>
internal sealed class RightsTransfer(IReadOnlyList<MajorityAge> ages, int yearsBefore) : CountNode
{
    private readonly VersionsByDay<MajorityAge> versions = new(ages);

    public override ulong Needs => Always;

    public override Counted Evaluate(PlanFacts facts)
    {
        var birth = facts.Record.Student.BirthDate;
        var start = DayNumber.Of(birth);
        var years = versions.On(start).Years;
        var due = DayNumber.PlusYears(birth, years - yearsBefore);
        facts.Trace?.StartedAt("the student's birth date", start);
        facts.Trace?.Spanned((years - yearsBefore) * 12, 0, start, due, "");
        return Counted.On(due).StartedOn(start);
    }
}
