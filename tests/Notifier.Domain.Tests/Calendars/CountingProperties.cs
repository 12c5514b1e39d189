using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Notifier.Calendars;
using Notifier.Domain.Tests.DueDates;
using Notifier.Law.Counts;

namespace Notifier.Domain.Tests.Calendars;

public sealed class CountingProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void School_days_are_those_of_a_day_by_day_count() => ForAnyCalendar((district, naive, calendar) =>
    {
        var day = district.AnyDay();
        var n = 1 + district.Number(80);

        Assert.Equal(naive.IsSchoolDay(day), calendar.IsSchoolDay(day));
        Assert.Equal(naive.SchoolDayAfter(day, n), Date(calendar.SchoolDayAfter(DayNumber.Of(day), n)));
        Assert.Equal(naive.SchoolDayBefore(day, n), Date(calendar.SchoolDayBefore(DayNumber.Of(day), n)));
    });

    [Fact]
    public void Counting_there_and_back_meets_on_a_school_day() => ForAnyCalendar((district, _, calendar) =>
    {
        var n = 1 + district.Number(60);
        var there = calendar.SchoolDayAfter(DayNumber.Of(district.AnyDay()), n);
        if (there != SchoolCalendar.Unknown)
        {
            var first = calendar.SchoolDayBefore(there, n - 1 == 0 ? 1 : n - 1);
            Assert.True(n == 1 || calendar.SchoolDayAfter(first, n - 1) == there);
            Assert.True(n == 1 || calendar.SchoolDaysBetween(first, there) == n - 1);
        }
    });

    [Fact]
    public void Days_left_are_the_school_days_up_to_the_last_of_the_year() => ForAnyCalendar((district, naive, calendar) =>
    {
        var day = district.AnyDay();
        var last = calendar.LastDayOfYear(DayNumber.Of(day));
        if (last == SchoolCalendar.Unknown)
        {
            Assert.False(calendar.Covers(day));
            return;
        }

        var expected = Enumerable.Range(1, Math.Max(0, last - DayNumber.Of(day))).Count(n => naive.IsSchoolDay(day.PlusDays(n)));
        Assert.Equal(expected, Math.Max(0, calendar.SchoolDaysBetween(DayNumber.Of(day), last)));
    });

    [Theory]
    [InlineData(true, null, false, false)]
    [InlineData(true, 6, false, false)]
    [InlineData(false, 5, true, false)]
    [InlineData(true, 5, true, false)]
    [InlineData(true, null, false, true)]
    [InlineData(false, null, false, true)]
    public void Excluded_days_are_those_of_a_day_by_day_count(bool summer, int? weekdays, bool leading, bool listed) =>
        ForAnyCalendar((district, naive, calendar) =>
        {
            bool Excluded(LocalDate each) => (summer && naive.InSummer(each)) || (listed && naive.InListedRange(each))
                || (weekdays is { } least && naive.InBreak(each, least, leading));
            var slot = ExclusionSlot.Of(new DayExclusion
            {
                Summer = summer,
                BreaksOfWeekdays = weekdays,
                LeadingWeekend = leading,
                ListedRanges = listed,
            });
            var day = district.AnyDay();
            var n = 1 + district.Number(80);

            var expected = naive.DayAfterExcluding(day, n, Excluded);
            var counted = Date(calendar.DayAfterExcluding(DayNumber.Of(day), n, slot));

            // Without a summer exclusion the count may run on into the first weeks of a summer.
            Assert.True(expected == counted || (expected is null && !summer && counted > calendar.LastDate));
        });

    [Fact]
    public void Business_days_are_those_of_a_day_by_day_count() => ForAnyCalendar((district, _, calendar) =>
    {
        var holidays = district.Entries.Where(entry => entry.Kind == CalendarEntryKind.StateHoliday)
            .Select(entry => entry.FirstDate).ToHashSet();
        var day = district.AnyDay();
        var n = 1 + district.Number(90);
        LocalDate Step(int by)
        {
            var at = day;
            for (var left = n; left > 0;)
            {
                at = at.PlusDays(by);
                left -= at.DayOfWeek <= IsoDayOfWeek.Friday && !holidays.Contains(at)
                    && BusinessDays.HolidayName(DayNumber.Of(at)) is null ? 1 : 0;
            }

            return at;
        }

        Assert.Equal(Step(1), Date(calendar.BusinessDayAfter(DayNumber.Of(day), n)));
        Assert.Equal(Step(-1), Date(calendar.BusinessDayBefore(DayNumber.Of(day), n)));
    });

    [Fact]
    public void Day_numbers_agree_with_the_calendar_library() =>
        Check.One(Many, Prop.ForAll(Gen.Choose(-30000, 60000).ToArbitrary(), number =>
        {
            var date = new LocalDate(1970, 1, 1).PlusDays(number);
            Assert.Equal(number, DayNumber.Of(date));
            Assert.Equal(date, DayNumber.ToDate(number));
            Assert.Equal((int)date.DayOfWeek - 1, DayNumber.WeekdayOf(number));
            Assert.Equal(date.PlusYears(7), DayNumber.ToDate(DayNumber.PlusYears(date, 7)));
            Assert.Equal(date.PlusMonths(-17), DayNumber.ToDate(DayNumber.PlusMonths(date, -17)));
            Assert.Equal(date.PlusMonths(174), DayNumber.ToDate(DayNumber.PlusMonths(date, 174)));
        }));

    private static LocalDate? Date(int day) => day == SchoolCalendar.Unknown ? null : DayNumber.ToDate(day);

    private static void ForAnyCalendar(Action<RandomDistrict, NaiveCalendar, SchoolCalendar> holds) =>
        Check.One(Many, Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var district = new RandomDistrict(seed);
            holds(district, new NaiveCalendar(district.Entries), SchoolCalendar.From(district.Entries, "S1"));
        }));
}
