using NodaTime;
using Notifier.Calendars;
using Notifier.Cli.Sample;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Sample;

/// <summary>
/// The one test here that looks at the real date, on purpose: it goes red a year before the sample district's calendar
/// ends, because counts that run past its end give no date.
/// </summary>
public sealed class SampleCalendarFreshnessTests
{
    [Fact]
    public void The_sample_calendar_lasts_for_another_year() => Assert.Empty(Problem(SystemClock.Instance));

    [Fact]
    public void Less_than_a_year_before_its_end_the_test_says_what_to_add()
    {
        var end = LastDay.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

        Assert.Empty(Problem(new FakeClock(end - Duration.FromDays(366))));
        Assert.Contains("add the school year after it to SampleCalendar.cs", Problem(new FakeClock(end - Duration.FromDays(364))));
    }

    private static LocalDate LastDay =>
        SampleCalendar.Entries.Where(entry => entry.Kind == CalendarEntryKind.SchoolYear).Max(year => year.LastDate);

    private static string Problem(IClock clock) => LastDay < clock.GetCurrentInstant().InUtc().Date.PlusYears(1)
        ? $"The sample district's last school year ends on {LastDay:uuuu-MM-dd}: add the school year after it to SampleCalendar.cs, "
            + "and move its 'AsOf' with it."
        : "";
}
