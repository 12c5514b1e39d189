using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Notifier.Calendars;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing;

namespace Notifier.Domain.Tests.ScheduleChanges;

/// <summary>When a family is told of a changed day, as a table: <c>Cases/schedule-changes/evenings.csv</c>.</summary>
public sealed class EveningsTests
{
    private static readonly OffsetDateTimePattern Moment =
        OffsetDateTimePattern.Create("ddd uuuu-MM-dd HH:mm o<+HH>", CultureInfo.InvariantCulture, default);

    private static readonly IReadOnlyList<CaseRow> Rows =
        CaseTable.Read(Path.Combine(AppContext.BaseDirectory, "Cases", "schedule-changes", "evenings.csv"));

    private static readonly SchoolCalendar Calendar = SchoolCalendar.From(
        [
            Entry(CalendarEntryKind.SchoolYear, new(2026, 8, 17), new(2027, 5, 28)),
            Entry(CalendarEntryKind.NoSchool, new(2026, 11, 23), new(2026, 11, 27)),
        ],
        schoolId: null);

    public static TheoryData<string> Cases => [.. Rows.Select(row => row["case"])];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_told_at_this_moment(string name)
    {
        var row = Rows.Single(one => one["case"] == name);
        var zone = DateTimeZoneProviders.Tzdb[row["zone"]];
        var policies = new DistrictPolicies { ChangesAlsoOnLastSchoolDay = row["alsoOnLastSchoolDay"] == "yes" };

        var evenings = Evenings.Of(row.Date(row["changedDay"]), policies, Calendar, zone);

        var told = evenings.Next(At(row, row["announced"], zone)).InZone(zone).ToOffsetDateTime();
        Assert.Equal(row["told"], Moment.Format(told));
    }

    [Fact]
    public void An_hour_that_the_clocks_skip_is_told_after_it()
    {
        var policies = new DistrictPolicies { EveningHour = new LocalTime(2, 30) };

        var evenings = Evenings.Of(new(2027, 3, 15), policies, Calendar, DateTimeZoneProviders.Tzdb["America/Chicago"]);

        Assert.Equal(Instant.FromUtc(2027, 3, 14, 8, 30), evenings.Before);
    }

    // The weekday and the offset of the table are checked: a wrong one is an error in the table.
    private static Instant At(CaseRow row, string text, DateTimeZone zone)
    {
        var moment = Moment.Parse(text);
        return moment.Success && moment.Value.InZone(zone).Offset == moment.Value.Offset
            ? moment.Value.ToInstant()
            : throw row.Wrong($"'{text}' is no moment of {zone.Id}", moment.Success ? null : moment.Exception);
    }

    private static CalendarEntry Entry(CalendarEntryKind kind, LocalDate first, LocalDate last) =>
        new() { Kind = kind, FirstDate = first, LastDate = last };
}
