using NodaTime.Text;
using Notifier.Calendars;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>Compares a district's file with the one stored: whose due dates does the difference concern?</summary>
internal static class DistrictChanges
{
    private const int MostNamed = 3;

    /// <summary>The folder's file, with what is stored of a file whose rows were rejected.</summary>
    public static DistrictFile Merge(DistrictFile read, DistrictFile? stored, RejectedFiles gaps) => stored is null
        ? read
        : read with
        {
            // Half a calendar would move dates: a rejected row keeps the one that stood.
            Calendar = gaps.Calendar ? stored.Calendar : read.Calendar,
            Schools = gaps.Schools ? [.. read.Schools.UnionBy(stored.Schools, school => school.SchoolId)] : read.Schools,
            Staff = gaps.Staff ? [.. read.Staff.UnionBy(stored.Staff, member => member.StaffId)] : read.Staff,
        };

    /// <returns>The change, or null when nothing differs.</returns>
    public static DistrictChange? Between(DistrictFile? before, DistrictFile after)
    {
        var content = DistrictFiles.Content(after);
        var version = ContentVersion.Of(content);
        if (before?.Version == version)
        {
            return null;
        }

        if (before is null)
        {
            return new DistrictChange(after, content, version, "", []);
        }

        var (reason, schools) = Reason(before, after);
        return new DistrictChange(after, content, version, reason, schools);
    }

    private static (string Reason, IReadOnlyList<string> Schools) Reason(DistrictFile before, DistrictFile after)
    {
        // Names and addresses of schools and staff move no due date.
        var settings = DistrictFiles.Content(before with { Schools = [], Staff = [], Calendar = [], District = before.District with { Name = "" } })
            != DistrictFiles.Content(after with { Schools = [], Staff = [], Calendar = [], District = after.District with { Name = "" } });
        var entries = before.Calendar.Except(after.Calendar).Select(entry => (entry, "removed"))
            .Concat(after.Calendar.Except(before.Calendar).Select(entry => (entry, "added")))
            .ToList();
        if (entries.Count == 0)
        {
            return settings ? ("the district's settings changed", []) : ("", []);
        }

        var named = string.Join(", ", entries.Take(MostNamed).Select(pair => $"{Name(pair.entry)} {pair.Item2}"));
        var reason = $"calendar: {named}{(entries.Count > MostNamed ? $" and {entries.Count - MostNamed} more" : "")}";
        return settings
            ? ($"the district's settings changed; {reason}", [])
            : (reason, entries.Exists(pair => pair.entry.SchoolId is null) ? [] : [.. entries.Select(pair => pair.entry.SchoolId!).Distinct()]);
    }

    private static string Name(CalendarEntry entry)
    {
        var days = entry.FirstDate == entry.LastDate
            ? LocalDatePattern.Iso.Format(entry.FirstDate)
            : $"{LocalDatePattern.Iso.Format(entry.FirstDate)} to {LocalDatePattern.Iso.Format(entry.LastDate)}";
        return $"{FileWords.Of(entry.Kind)} {days}";
    }
}
