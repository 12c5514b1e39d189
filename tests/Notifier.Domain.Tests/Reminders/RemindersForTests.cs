using NodaTime;
using NodaTime.Text;
using Notifier.Calendars;
using Notifier.DueDates;
using Notifier.Reminders;

namespace Notifier.Domain.Tests.Reminders;

public sealed class RemindersForTests
{
    [Theory]
    [InlineData("Fri 2026-10-16", 14, "Fri 2026-10-02")] // two weeks before, a school day
    [InlineData("Fri 2026-10-16", 5, "Fri 2026-10-09")] // Sunday the 11th: the Friday before
    [InlineData("Tue 2026-12-08", 14, "Fri 2026-11-20")] // in the Thanksgiving week: the last day of school before it
    [InlineData("Tue 2026-12-29", 0, "Fri 2026-12-18")] // due in winter break: "today" is the last practical day
    [InlineData("Tue 2026-12-29", 7, "Fri 2026-12-11")] // ... and a week is counted from there
    [InlineData("Tue 2027-01-05", 1, "Fri 2026-12-18")] // due on the first day back, the day before is in the break
    [InlineData("Sat 2026-10-17", 1, "Thu 2026-10-15")] // due on a Saturday: practical day Friday, the day before Thursday
    public void A_reminder_moves_earlier_to_a_school_day(string due, int daysBefore, string expected)
    {
        var ladder = LadderFixture.Ladder("annual-review", Audience.CaseManager, daysBefore);

        var reminder = Assert.Single(RemindersFor(ladder, Date(due)));

        Assert.Equal(Date(expected), reminder.On);
        Assert.Equal(Date(due), reminder.DueOn);
    }

    [Theory]
    [InlineData("Wed 2026-10-14", 1, "Thu 2026-10-15")] // the day after
    [InlineData("Fri 2026-10-16", 1, "Mon 2026-10-19")] // Saturday; Friday would be the due date itself
    [InlineData("Fri 2026-10-16", 9, "Fri 2026-10-23")] // Sunday: the Friday before is overdue, too
    [InlineData("Tue 2026-12-22", 1, "Tue 2027-01-05")] // nobody is there before the first day back
    [InlineData("Tue 2026-12-22", 7, "Tue 2027-01-05")]
    [InlineData("Fri 2027-07-09", 1, "Mon 2027-07-12")] // in summer, a weekday
    public void What_is_overdue_is_said_no_later_than_planned_but_never_before_it_is_true(
        string due, int daysAfter, string expected)
    {
        var ladder = LadderFixture.Ladder("annual-review", Audience.CaseManager, -daysAfter);

        var reminder = Assert.Single(RemindersFor(ladder, Date(due)));

        Assert.Equal(Date(expected), reminder.On);
    }

    [Fact]
    public void Rungs_that_fall_on_one_day_leave_the_one_nearer_to_the_due_date()
    {
        var ladder = LadderFixture.Ladder("annual-review", Audience.CaseManager, 7, 5, 3);

        var reminders = RemindersFor(ladder, new LocalDate(2026, 10, 16));

        // 5 days before is a Sunday and moves to Friday the 9th, where 7 days before already stands.
        Assert.Equal(["CaseManager5", "CaseManager3"], reminders.Select(reminder => reminder.StepId));
    }

    [Fact]
    public void Overdue_rungs_that_fall_on_one_day_leave_the_later_one()
    {
        var ladder = LadderFixture.Ladder("annual-review", Audience.CaseManager, -1, -7);

        var reminder = Assert.Single(RemindersFor(ladder, new LocalDate(2026, 12, 22)));

        Assert.Equal("CaseManager-7", reminder.StepId);
    }

    [Fact]
    public void What_is_due_in_summer_is_said_before_the_last_day_of_school_and_again_in_summer()
    {
        var ladder = LadderFixture.Ladder("annual-review", Audience.CaseManager, 30, 7);

        var reminders = RemindersFor(ladder, new LocalDate(2027, 7, 21));

        Assert.Equal(
            [
                ("CaseManager30", "Wed 2027-04-28"), ("CaseManager7", "Fri 2027-05-21"),
                ("CaseManager30-summer", "Mon 2027-06-21"), ("CaseManager7-summer", "Wed 2027-07-14"),
            ],
            reminders.Select(reminder => (reminder.StepId, Text(reminder.On))));
    }

    [Fact]
    public void A_family_hears_once_of_what_is_due_in_summer()
    {
        var ladder = LadderFixture.Ladder("annual-review", Audience.Family, 30);

        var reminder = Assert.Single(RemindersFor(ladder, new LocalDate(2027, 7, 21)));

        Assert.Equal("Wed 2027-04-28", Text(reminder.On));
    }

    [Fact]
    public void A_clock_that_starts_in_summer_keeps_its_reminders_on_weekdays()
    {
        var ladder = LadderFixture.Ladder("due-process-response", Audience.CaseManager, 7, 3, 1);
        var due = LadderFixture.Due("due-process-response", new(2027, 7, 11), startedOn: new(2027, 7, 1));

        var reminders = ladder.RemindersFor("D1", due, LadderFixture.Year);

        // Sunday the 11th less 7 is Sunday the 4th, less 1 is Saturday the 10th.
        Assert.Equal(
            ["Fri 2027-07-02", "Thu 2027-07-08", "Fri 2027-07-09"], reminders.Select(reminder => Text(reminder.On)));
    }

    [Fact]
    public void Without_a_calendar_on_file_reminders_fall_on_weekdays()
    {
        var ladder = LadderFixture.Ladder("annual-review", Audience.CaseManager, 7, -1);
        var empty = SchoolCalendar.From([], schoolId: null);
        var due = LadderFixture.Due("annual-review", new(2026, 10, 17), calendar: empty);

        var reminders = ladder.RemindersFor("D1", due, empty);

        Assert.Equal(["Fri 2026-10-09", "Mon 2026-10-19"], reminders.Select(reminder => Text(reminder.On)));
    }

    [Fact]
    public void A_closure_of_months_does_not_move_a_reminder_by_months()
    {
        var closed = SchoolCalendar.From(
            [
                LadderFixture.Entry(CalendarEntryKind.SchoolYear, LadderFixture.FirstDay, LadderFixture.LastDay),
                LadderFixture.Entry(CalendarEntryKind.Closure, new(2026, 10, 1), new(2027, 3, 31)),
            ],
            schoolId: null);
        var ladder = LadderFixture.Ladder("annual-review", Audience.CaseManager, 7);
        var due = LadderFixture.Due("annual-review", new(2027, 2, 3)) with { LastPracticalDay = new(2027, 2, 3) };

        var reminder = Assert.Single(ladder.RemindersFor("D1", due, closed));

        Assert.Equal("Wed 2027-01-27", Text(reminder.On));
    }

    [Theory]
    [InlineData(DueStatus.Met)]
    [InlineData(DueStatus.MetLate)]
    [InlineData(DueStatus.NotOwed)]
    public void What_is_no_longer_open_has_no_reminder(DueStatus status)
    {
        var due = LadderFixture.Due("annual-review", new(2026, 10, 16)) with { Status = status };

        Assert.Empty(ReminderLadder.Default.RemindersFor("D1", due, LadderFixture.Year));
    }

    [Fact]
    public void What_has_no_date_has_no_reminder()
    {
        var due = LadderFixture.Due("annual-review", new(2026, 10, 16)) with { DueOn = null, Problem = "calendar missing" };

        Assert.Empty(ReminderLadder.Default.RemindersFor("D1", due, LadderFixture.Year));
    }

    [Fact]
    public void A_family_is_reminded_of_the_meeting_and_not_of_the_notice()
    {
        var due = LadderFixture.Due("meeting-notice", new(2026, 10, 12), startedOn: new(2026, 10, 22));

        var family = ReminderLadder.Default.RemindersFor("D1", due, LadderFixture.Year)
            .Where(reminder => reminder.Audience == Audience.Family).ToList();

        Assert.Equal(
            [
                ("family-7", "Mon 2026-10-05"), ("family-planned-7", "Thu 2026-10-15"),
                ("family-planned-1", "Wed 2026-10-21"),
            ],
            family.Select(reminder => (reminder.StepId, Text(reminder.On))));
        Assert.All(family, reminder => Assert.Equal(new LocalDate(2026, 10, 22), reminder.LastUsefulDay));
    }

    [Fact]
    public void A_reminder_carries_what_the_due_date_is_about()
    {
        var due = LadderFixture.Due("goal-review", new(2026, 10, 16)) with { Part = "reading fluency" };

        var reminder = ReminderLadder.Default.RemindersFor("D1", due, LadderFixture.Year)[0];

        Assert.Equal(
            ("D1", "P1", "S1", "goal-review", "reading fluency", "caseManager-14"),
            (reminder.DistrictId, reminder.PlanId, reminder.StudentId, reminder.Obligation.Value, reminder.Part, reminder.StepId));
    }

    private static IReadOnlyList<Reminder> RemindersFor(ReminderLadder ladder, LocalDate due) =>
        ladder.RemindersFor("D1", LadderFixture.Due("annual-review", due), LadderFixture.Year);

    private static readonly LocalDatePattern Pattern = LocalDatePattern.CreateWithInvariantCulture("ddd uuuu-MM-dd");

    // Parsing checks the weekday, too.
    private static LocalDate Date(string text) => Pattern.Parse(text).Value;

    private static string Text(LocalDate date) => Pattern.Format(date);
}
