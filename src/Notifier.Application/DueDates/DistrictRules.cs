using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;
using Notifier.Application.PlanDates;
using Notifier.Calendars;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Reminders;

namespace Notifier.Application.DueDates;

/// <summary>What a district's file comes to: its law, ladder and calendars, made once for each version of the file.</summary>
public sealed class DistrictRules
{
    private static readonly ConditionalWeakTable<DistrictFile, DistrictRules> Made = [];

    private readonly ConcurrentDictionary<string, SchoolCalendar> calendars = new(StringComparer.Ordinal);

    private DistrictRules(DistrictFile file)
    {
        File = file;
        Calculator = new DueDateCalculator(StateLaw.For(file.District.State), file.District);
        Ladder = ReminderLadder.From(file.Ladder);
        CalendarVersion = VersionOf(file);
    }

    public DistrictFile File { get; }

    public DueDateCalculator Calculator { get; }

    public ReminderLadder Ladder { get; }

    /// <summary>Eight digits that stand for the calendar's rows: other rows, other digits.</summary>
    public string CalendarVersion { get; }

    /// <summary>The rules of a file; the same object for the same file.</summary>
    public static DistrictRules Of(DistrictFile file) => Made.GetValue(file, made => new DistrictRules(made));

    /// <summary>The calendar of one building, with the rows of the whole district.</summary>
    public SchoolCalendar CalendarOf(string schoolId) =>
        calendars.GetOrAdd(schoolId, id => SchoolCalendar.From(File.Calendar, id));

    private static string VersionOf(DistrictFile file)
    {
        var rows = file.Calendar
            .Select(row => string.Join(
                '|', row.Kind, LocalDatePattern.Iso.Format(row.FirstDate), LocalDatePattern.Iso.Format(row.LastDate),
                row.SchoolId))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))[..8];
    }
}
