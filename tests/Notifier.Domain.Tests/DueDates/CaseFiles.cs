using System.Collections.Concurrent;
using NodaTime.Text;
using Notifier.Calendars;
using Notifier.Testing;

namespace Notifier.Domain.Tests.DueDates;

/// <summary>The case tables beside the tests.</summary>
internal static class CaseFiles
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<CalendarEntry>> Calendars = new();

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Cases");

    public static IReadOnlyList<CalendarEntry> Entries(string name) => Calendars.GetOrAdd(
        name, static name => [.. CaseTable.Rows(Path.Combine(Folder, "calendars", $"{name}.csv")).Select(Entry)]);

    public static SchoolCalendar Calendar(string name) => SchoolCalendar.From(Entries(name), "S1");

    public static IEnumerable<DueDateCase> All(string folder) => Directory
        .EnumerateFiles(Path.Combine(Folder, folder), "*.csv").Order(StringComparer.Ordinal)
        .SelectMany(CaseTable.Read).Select(row => new DueDateCase(row));

    private static CalendarEntry Entry(CaseRow row)
    {
        var first = LocalDatePattern.Iso.Parse(row["firstDate"]).Value;
        return new CalendarEntry
        {
            Kind = Enum.Parse<CalendarEntryKind>(row["kind"], ignoreCase: true),
            FirstDate = first,
            LastDate = row["lastDate"].Length == 0 ? first : LocalDatePattern.Iso.Parse(row["lastDate"]).Value,
            Name = row["name"],
            SchoolId = row["schoolId"].Length == 0 ? null : row["schoolId"],
        };
    }
}
