using NodaTime;
using Notifier.Calendars;

namespace Notifier.Cli.Sample;

/// <summary>Three school years, so that counts neither start before the calendar nor run off its end.</summary>
public static class SampleCalendar
{
    /// <summary>The day the demo lives through: the Tuesday before the week of Thanksgiving.</summary>
    public static LocalDate AsOf { get; } = new(2026, 11, 17);

    public static LocalDate FirstDayOfYear { get; } = new(2026, 8, 17);

    /// <summary>The last progress report before <see cref="AsOf"/>.</summary>
    public static LocalDate LastReportDay { get; } = new(2026, 10, 23);

    public static IReadOnlyList<CalendarEntry> Entries { get; } =
    [
        .. Year(
            (new(2025, 8, 18), new(2026, 5, 28)),
            [
                (new(2025, 9, 1), new(2025, 9, 1), "Labor Day"),
                (new(2025, 10, 10), new(2025, 10, 13), "Fall holiday"),
                (new(2025, 11, 24), new(2025, 11, 28), "Thanksgiving break"),
                (new(2025, 12, 22), new(2026, 1, 6), "Winter break"),
                (new(2026, 1, 19), new(2026, 1, 19), "Martin Luther King Jr. Day"),
                (new(2026, 2, 16), new(2026, 2, 16), "Staff development day"),
                (new(2026, 3, 16), new(2026, 3, 20), "Spring break"),
                (new(2026, 4, 3), new(2026, 4, 3), "Spring holiday"),
                (new(2026, 5, 25), new(2026, 5, 25), "Memorial Day"),
            ],
            [new(2025, 10, 17), new(2025, 12, 19), new(2026, 3, 13), new(2026, 5, 28)],
            [new(2025, 10, 24), new(2026, 1, 16), new(2026, 3, 27), new(2026, 5, 28)]),
        .. Year(
            (FirstDayOfYear, new(2027, 5, 27)),
            [
                (new(2026, 9, 7), new(2026, 9, 7), "Labor Day"),
                (new(2026, 10, 9), new(2026, 10, 12), "Fall holiday"),
                (new(2026, 11, 23), new(2026, 11, 27), "Thanksgiving break"),
                (new(2026, 12, 21), new(2027, 1, 5), "Winter break"),
                (new(2027, 1, 18), new(2027, 1, 18), "Martin Luther King Jr. Day"),
                (new(2027, 2, 15), new(2027, 2, 15), "Staff development day"),
                (new(2027, 3, 15), new(2027, 3, 19), "Spring break"),
                (new(2027, 3, 26), new(2027, 3, 26), "Spring holiday"),
            ],
            [new(2026, 10, 16), new(2026, 12, 18), new(2027, 3, 12), new(2027, 5, 27)],
            [LastReportDay, new(2027, 1, 15), new(2027, 4, 2), new(2027, 5, 27)]),
        .. Year(
            (new(2027, 8, 16), new(2028, 5, 25)),
            [
                (new(2027, 9, 6), new(2027, 9, 6), "Labor Day"),
                (new(2027, 10, 8), new(2027, 10, 11), "Fall holiday"),
                (new(2027, 11, 22), new(2027, 11, 26), "Thanksgiving break"),
                (new(2027, 12, 20), new(2028, 1, 4), "Winter break"),
                (new(2028, 1, 17), new(2028, 1, 17), "Martin Luther King Jr. Day"),
                (new(2028, 2, 21), new(2028, 2, 21), "Staff development day"),
                (new(2028, 3, 13), new(2028, 3, 17), "Spring break"),
                (new(2028, 4, 14), new(2028, 4, 14), "Spring holiday"),
            ],
            [new(2027, 10, 15), new(2027, 12, 17), new(2028, 3, 10), new(2028, 5, 25)],
            [new(2027, 10, 22), new(2028, 1, 14), new(2028, 3, 31), new(2028, 5, 25)]),

        // What nobody planned: a burst water main in one school, a flood in all, and the Saturday that makes up for it.
        Entry(CalendarEntryKind.Closure, new(2026, 10, 6), new(2026, 10, 6), "Burst water main", "PECAN"),
        Entry(CalendarEntryKind.Closure, new(2026, 10, 28), new(2026, 10, 29), "Flooded roads"),
        Entry(CalendarEntryKind.MakeUpDay, new(2026, 11, 7), new(2026, 11, 7), "Make-up day for the flood"),
        Entry(CalendarEntryKind.StateHoliday, new(2027, 3, 2), new(2027, 3, 2), "State independence day"),
        Entry(CalendarEntryKind.StateHoliday, new(2026, 11, 27), new(2026, 11, 27), "Day after Thanksgiving"),
    ];

    private static IEnumerable<CalendarEntry> Year(
        (LocalDate First, LocalDate Last) days,
        IReadOnlyList<(LocalDate First, LocalDate Last, string Name)> noSchool,
        IReadOnlyList<LocalDate> gradingPeriodEnds,
        IReadOnlyList<LocalDate> reports) =>
    [
        Entry(CalendarEntryKind.SchoolYear, days.First, days.Last, $"{days.First.Year}-{days.Last.Year % 100}"),
        .. noSchool.Select(range => Entry(CalendarEntryKind.NoSchool, range.First, range.Last, range.Name)),
        .. gradingPeriodEnds.Select((day, index) => Entry(CalendarEntryKind.GradingPeriodEnd, day, day, $"Quarter {index + 1}")),
        .. reports.Select((day, index) => Entry(CalendarEntryKind.ProgressReportDue, day, day, $"Quarter {index + 1} reports")),
    ];

    private static CalendarEntry Entry(
        CalendarEntryKind kind, LocalDate first, LocalDate last, string name, string? schoolId = null) =>
        new() { Kind = kind, FirstDate = first, LastDate = last, Name = name, SchoolId = schoolId };
}
