using System.Globalization;
using NodaTime;
using Notifier.Calendars;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>Says what in a district's own files looks like an export that went wrong.</summary>
internal sealed class DistrictSuspicions(ImportLimits limits)
{
    private const int MostExamples = 5;

    public IEnumerable<ImportSuspicion> Of(DistrictFile? before, DistrictFile after) =>
        before is null ? [] : [.. OfSettings(before, after), .. OfCalendar(before, after), .. OfStaff(before, after)];

    private static IEnumerable<ImportSuspicion> OfSettings(DistrictFile before, DistrictFile after)
    {
        if (before.District.State != after.District.State)
        {
            yield return new ImportSuspicion(
                $"the state changes from {before.District.State} to {after.District.State}", "Is this the right folder? Every due date would follow another law", []);
        }

        if (before.District.TimeZone.Id != after.District.TimeZone.Id)
        {
            yield return new ImportSuspicion(
                $"the time zone changes from {before.District.TimeZone.Id} to {after.District.TimeZone.Id}", "Is this the right folder?", []);
        }
    }

    private IEnumerable<ImportSuspicion> OfCalendar(DistrictFile before, DistrictFile after)
    {
        if (LastSchoolDay(after) < LastSchoolDay(before))
        {
            yield return new ImportSuspicion(
                $"the calendar ended on {LastSchoolDay(before):uuuu-MM-dd} and would end on {LastSchoolDay(after):uuuu-MM-dd}",
                "Is the latest school year in calendar.csv?", []);
        }

        // A school year that is over may leave the calendar; days of a year that stays may not, in such numbers.
        var years = after.Calendar.Where(entry => entry.Kind == CalendarEntryKind.SchoolYear).ToList();
        var stored = before.Calendar
            .Where(entry => entry.Kind != CalendarEntryKind.SchoolYear
                && years.Exists(year => year.FirstDate <= entry.FirstDate && entry.FirstDate <= year.LastDate))
            .ToList();
        var gone = stored.Except(after.Calendar).ToList();
        if (limits.CalendarRowsGone.IsReached(gone.Count, stored.Count))
        {
            yield return new ImportSuspicion(
                $"{Share(gone.Count, stored.Count)} rows of the calendar stored are not in the folder",
                "Is calendar.csv complete? Without its days off, due dates in school days come too early",
                [.. gone.Take(MostExamples).Select(entry => $"{FileWords.Of(entry.Kind)} {entry.FirstDate:uuuu-MM-dd}")]);
        }
    }

    private IEnumerable<ImportSuspicion> OfStaff(DistrictFile before, DistrictFile after)
    {
        var stays = after.Staff.Select(member => member.StaffId).ToHashSet(StringComparer.Ordinal);
        var gone = before.Staff.Where(member => !stays.Contains(member.StaffId)).ToList();
        if (limits.StaffGone.IsReached(gone.Count, before.Staff.Count))
        {
            yield return new ImportSuspicion(
                $"{Share(gone.Count, before.Staff.Count)} members of staff stored are not in the folder",
                "Is staff.csv complete? Nobody would tell their plans' case managers anything",
                [.. gone.Take(MostExamples).Select(member => $"staff {member.StaffId}")]);
        }
    }

    private static string Share(int count, int of) => string.Create(CultureInfo.InvariantCulture, $"{count} of {of}");

    private static LocalDate LastSchoolDay(DistrictFile file) => file.Calendar
        .Where(entry => entry.Kind == CalendarEntryKind.SchoolYear)
        .Select(entry => entry.LastDate)
        .DefaultIfEmpty(LocalDate.MinIsoValue)
        .Max();
}
