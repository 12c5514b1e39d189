using System.Globalization;
using NodaTime.Text;
using Notifier.Calendars;

namespace Notifier.Domain.Tests.Calendars;

public sealed class FederalHolidayTests
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Create("ddd uuuu-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("Mon 2025-09-01", "Labor Day")]
    [InlineData("Mon 2025-10-13", "Columbus Day")]
    [InlineData("Tue 2025-11-11", "Veterans Day")]
    [InlineData("Thu 2025-11-27", "Thanksgiving Day")]
    [InlineData("Thu 2026-01-01", "New Year's Day")]
    [InlineData("Mon 2026-01-19", "Martin Luther King, Jr. Day")]
    [InlineData("Mon 2026-02-16", "Washington's Birthday")]
    [InlineData("Mon 2026-05-25", "Memorial Day")]
    [InlineData("Fri 2026-06-19", "Juneteenth")]
    [InlineData("Fri 2026-07-03", "Independence Day")]
    [InlineData("Fri 2021-12-31", "New Year's Day")]
    [InlineData("Mon 2023-01-02", "New Year's Day")]
    [InlineData("Mon 2027-07-05", "Independence Day")]
    public void Is_observed_on(string day, string name) =>
        Assert.Equal(name, BusinessDays.HolidayName(DayNumber.Of(Day.Parse(day).Value)));

    [Theory]
    [InlineData("Sat 2026-07-04")]
    [InlineData("Wed 2025-01-29")]
    [InlineData("Fri 2020-06-19")]
    [InlineData("Fri 2025-11-28")]
    public void Is_not_observed_on(string day) =>
        Assert.Null(BusinessDays.HolidayName(DayNumber.Of(Day.Parse(day).Value)));
}
