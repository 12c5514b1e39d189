using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Notifier.Calendars;
using Notifier.Reminders;

namespace Notifier.Domain.Tests.Reminders;

/// <summary>For any school year, due date and ladder: never later than promised, and never lost.</summary>
public sealed class LadderPropertyTests
{
    private static readonly LocalDate Origin = new(2026, 7, 1);

    private static readonly Gen<LocalDate> Dates = Gen.Choose(0, 460).Select(days => Origin.PlusDays(days));

    private static readonly Gen<CalendarEntry> OffDays =
        from kind in Gen.Elements(CalendarEntryKind.NoSchool, CalendarEntryKind.Closure)
        from first in Dates
        from length in Gen.Choose(0, 20)
        select LadderFixture.Entry(kind, first, first.PlusDays(length));

    private static readonly Gen<CalendarEntry> SchoolYears =
        from first in Gen.Choose(20, 70)
        from length in Gen.Choose(250, 300)
        select LadderFixture.Entry(CalendarEntryKind.SchoolYear, Origin.PlusDays(first), Origin.PlusDays(first + length));

    private static readonly Gen<CalendarEntry> MakeUpDays =
        from day in Dates select LadderFixture.Entry(CalendarEntryKind.MakeUpDay, day, day);

    private static readonly Gen<SchoolCalendar> Calendars =
        from years in Several(SchoolYears, 0, 1)
        from off in Several(OffDays, 0, 12)
        from makeUp in Several(MakeUpDays, 0, 3)
        select SchoolCalendar.From([.. years, .. off, .. makeUp], schoolId: null);

    private static readonly Gen<Case> Cases =
        from calendar in Calendars
        from due in Dates
        from started in Gen.Choose(1, 400)
        from audience in Gen.Elements(Audience.CaseManager, Audience.Supervisor, Audience.Family)
        from before in Several(Gen.Choose(0, 90), 1, 6)
        from after in Several(Gen.Choose(1, 20), 0, 3)
        let days = before.Concat(audience == Audience.Family ? [] : after.Select(day => -day)).Distinct().ToArray()
        select new Case(calendar, due, due.PlusDays(-started), audience, days);

    [Fact]
    public void No_reminder_comes_later_than_its_rung_and_none_about_overdue_comes_too_early() => Check(@case =>
        @case.Reminders.All(reminder => @case.DaysOf(reminder) is var days && (days >= 0
            ? reminder.On <= @case.DueOn.PlusDays(-days)
            : reminder.On > @case.DueOn && (reminder.On <= @case.DueOn.PlusDays(-days) || @case.NobodyBetween(days)))));

    [Fact]
    public void No_rung_is_lost_but_to_a_nearer_one_on_its_day() => Check(@case =>
        @case.Days.All(days => @case.With(days) is { Reminders.Count: > 0 } alone
            && alone.Reminders.All(own => @case.Reminders.Any(reminder =>
                reminder.On == own.On && @case.DaysOf(reminder) <= days))));

    [Fact]
    public void Every_reminder_falls_on_a_day_when_somebody_is_there() => Check(@case =>
        @case.Reminders.All(reminder => @case.IsReminderDay(reminder.On) || @case.InLongClosure(reminder.On)));

    [Fact]
    public void Nobody_is_told_twice_on_one_day() => Check(@case =>
        @case.Reminders.Select(reminder => reminder.On).Distinct().Count() == @case.Reminders.Count
        && @case.Reminders.Select(reminder => reminder.StepId).Distinct().Count() == @case.Reminders.Count);

    [Fact]
    public void Families_hear_nothing_after_the_due_date() => Check(@case =>
        @case.Audience != Audience.Family
        || @case.Reminders.All(reminder => reminder.On <= @case.DueOn && reminder.LastUsefulDay == @case.DueOn));

    private static Gen<List<T>> Several<T>(Gen<T> gen, int least, int most) =>
        Gen.Choose(least, most).SelectMany(count => gen.ListOf(count)).Select(list => list.ToList());

    private static void Check(Func<Case, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(Cases.ToArbitrary(), holds));

    internal sealed record Case(
        SchoolCalendar Calendar, LocalDate DueOn, LocalDate StartedOn, Audience Audience, int[] Days)
    {
        public IReadOnlyList<Reminder> Reminders { get; } =
            LadderFixture.Ladder("annual-review", Audience, Days)
                .RemindersFor("D1", LadderFixture.Due("annual-review", DueOn, StartedOn, Calendar), Calendar);

        public int DaysOf(Reminder reminder) => int.Parse(
            reminder.StepId[Audience.ToString().Length..].Replace("-summer", "", StringComparison.Ordinal),
            System.Globalization.CultureInfo.InvariantCulture);

        public bool IsReminderDay(LocalDate day) =>
            Calendar.Covers(day) ? Calendar.IsSchoolDay(day) : day.DayOfWeek < IsoDayOfWeek.Saturday;

        /// <summary>No reminder day strictly after the due date up to the rung's own day.</summary>
        public bool NobodyBetween(int days) =>
            !Enumerable.Range(1, -days).Any(after => IsReminderDay(DueOn.PlusDays(after)));

        /// <summary>The same due date with this one rung alone.</summary>
        public Case With(int days) => new(Calendar, DueOn, StartedOn, Audience, [days]);

        public bool InLongClosure(LocalDate day) =>
            !Enumerable.Range(-26, 26).Any(offset => IsReminderDay(day.PlusDays(offset)))
            || !Enumerable.Range(1, 26).Any(offset => IsReminderDay(day.PlusDays(offset)));

        public override string ToString() =>
            $"due {DueOn}, started {StartedOn}, {Audience} {string.Join(',', Days)}: "
            + string.Join("; ", Reminders.Select(reminder => $"{reminder.StepId} {reminder.On}"));
    }
}
