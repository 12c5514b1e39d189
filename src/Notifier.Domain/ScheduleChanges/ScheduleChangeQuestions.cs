using NodaTime.Text;
using Notifier.Calendars;
using Notifier.PlanDates;

namespace Notifier.ScheduleChanges;

/// <summary>
/// What about a change makes sense to nobody but its author, asked while the author is there: each has an answer in "meant" or
/// in a field. A change that comes over the queue alone is not asked: there, to be told late is worse than to be told oddly.
/// </summary>
public static class ScheduleChangeQuestions
{
    /// <summary>An early release or a late start that does not say when.</summary>
    public static IEnumerable<ScheduleChangeProblem> Hour(ScheduleChange change)
    {
        if (change is { Withdrawn: false, StartsAt: null, Kind: ScheduleChangeKind.EarlyRelease or ScheduleChangeKind.LateStart }
            && (change.Summary.Count == 0 || change.Summary.Values.Any(text => SaidHours.In(text).Count == 0)))
        {
            var (what, example) = change.Kind == ScheduleChangeKind.EarlyRelease ? ("ends", "12:30") : ("begins", "10:00");
            yield return new("startsAt", $"families would not read when school {what}", $"Add \"startsAt\": \"{example}\", or say the hour in the summary of each language");
        }
    }

    /// <summary>Another date than that of a school day.</summary>
    /// <param name="change">As read.</param>
    /// <param name="schools">Of the district.</param>
    /// <param name="entries">Of its calendar.</param>
    public static IEnumerable<ScheduleChangeProblem> Day(
        ScheduleChange change, IReadOnlyList<School> schools, IReadOnlyList<CalendarEntry> entries)
    {
        var date = LocalDatePattern.Iso.Format(change.Date);
        if (change.Withdrawn || change.Kind == ScheduleChangeKind.MakeUpDay || change.Meant.Contains(date))
        {
            yield break;
        }

        var named = schools.Where(school => change.SchoolIds.Contains(school.SchoolId)).ToList();
        var closed = (named.Count > 0 ? named : schools).Select(school => (school, Why: WhyNoSchool(change, school, entries))).ToList();
        // Of a whole district one school open is enough; a school that is named is meant.
        var asked = named.Count > 0 ? closed.FirstOrDefault(one => one.Why is not null)
            : closed.TrueForAll(one => one.Why is not null) ? closed.FirstOrDefault() : default;
        if (asked is { school: { } where, Why: { } why })
        {
            yield return new(
                "date", $"{date} is no school day {(named.Count > 0 ? $"of {where.Name}" : "of any school")}: {why}",
                $"Correct the date; where it is meant, add \"meant\": [\"{date}\"], or use the kind makeUpDay for school on a day that was to be none");
        }
    }

    /// <summary>Two hours at which one child's day is to end, or to begin.</summary>
    /// <param name="change">As read.</param>
    /// <param name="ofDay">Every version of every change of the day.</param>
    public static IEnumerable<ScheduleChangeProblem> Another(ScheduleChange change, IEnumerable<ScheduleChange> ofDay)
    {
        var others = ofDay.GroupBy(one => one.ChangeId).Select(ScheduleChange.Newest)
            .Where(one => one.ChangeId != change.ChangeId && one.Date == change.Date && !one.Withdrawn && one.ReplacesOthersLike(change));
        foreach (var other in change.Withdrawn ? [] : others.Where(one => one.MayConcernTheSame(change) && !change.Meant.Contains(one.ChangeId)))
        {
            yield return new(
                "kind", $"{other.ChangeId} version {other.Version} says {Said(other)} of the same day for some of the same students",
                $"Correct it as {other.ChangeId} version {other.Version + 1}, or name other schools, grades or students; where those whom both name "
                + $"are to hear this one alone, add \"meant\": [\"{other.ChangeId}\"]");
        }
    }

    private static string Said(ScheduleChange other) =>
        (other.Kind == ScheduleChangeKind.EarlyRelease ? "when school ends" : "when school begins")
        + (other.StartsAt is { } at ? $" ({SaidHour.InFileOf(at)})" : "");

    private static string? WhyNoSchool(ScheduleChange change, School school, IReadOnlyList<CalendarEntry> entries)
    {
        var calendar = SchoolCalendar.From(entries, school.SchoolId);
        if (calendar.Years.Count == 0 || calendar.IsSchoolDay(change.Date))
        {
            return null;
        }

        var rows = entries.Where(one => (one.SchoolId is null || one.SchoolId == school.SchoolId)
            && one.FirstDate <= change.Date && change.Date <= one.LastDate && one.Kind is CalendarEntryKind.Closure or CalendarEntryKind.NoSchool).ToList();
        // The calendar closes it, and the office says so in its own words.
        return change.Kind == ScheduleChangeKind.Closure && rows.Exists(one => one.Kind == CalendarEntryKind.Closure) ? null
            : rows.Count > 0 ? $"{(rows[0].Name.Length > 0 ? rows[0].Name : "no school")} in calendar.csv"
            : change.Date.DayOfWeek is NodaTime.IsoDayOfWeek.Saturday or NodaTime.IsoDayOfWeek.Sunday ? $"a {change.Date.DayOfWeek}"
            : "no school year of calendar.csv holds it";
    }
}
