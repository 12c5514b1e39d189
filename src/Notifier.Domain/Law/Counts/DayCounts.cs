namespace Notifier.Law.Counts;

/// <summary>What kind of day is counted (34 CFR 300.11).</summary>
public enum DayUnit
{
    Calendar,
    School,
    Business,

    /// <summary>Mondays to Fridays, holidays included (34 CFR 300.148(d)(1)(ii)).</summary>
    Weekday,
}

/// <summary>A number of days after or before a date; the date itself is day 0.</summary>
public sealed record DayCount(DayUnit Unit, int Number, bool Backward, Count From) : Count
{
    /// <summary>Days a calendar-day count leaves out; null: none.</summary>
    public DayExclusion? Excluding { get; init; }

    /// <summary>How the student's absences lengthen the count; null: they do not.</summary>
    public AbsenceExtension? Absences { get; init; }
}

/// <summary>From this many absences on inside the count, it grows.</summary>
/// <param name="AtLeast">The smallest number of absences that changes anything.</param>
/// <param name="All">Add all of them; otherwise only those from the threshold on, in date order.</param>
/// <param name="UpTo">Absences up to this date are looked at; null: up to the day the count ends without them.</param>
public sealed record AbsenceExtension(int AtLeast, bool All, Count? UpTo = null);

/// <summary>Clock hours before a meeting's start; where only its date is known, whole days of 24 hours.</summary>
public sealed record HoursBefore(int Hours, Count From) : Count;

/// <summary>Years and months after or before a date: same day of the month, clamped to the month's end.</summary>
public sealed record YearsAndMonths(int Years, int Months, bool Backward, Count From) : Count;

/// <summary>A number the district chooses because the law names none.</summary>
public enum DistrictNumber
{
    MeetingNoticeDays,
    Section504EvaluationDays,
    Section504ReviewMonths,
    Section504ReevaluationMonths,
}

/// <summary>Calendar days of the district's choice; no date while it has chosen none.</summary>
public sealed record DistrictDays(DistrictNumber Number, bool Backward, Count From) : Count;

/// <summary>Months of the district's choice, by its annual or its three-year rule.</summary>
public sealed record DistrictMonths(DistrictNumber Number, Count From) : Count;

/// <summary>"Not less than annually", by the district's annual rule.</summary>
public sealed record AnnualReviewAfter(Count From) : Count;

/// <summary>"Once every three years", by the district's three-year rule.</summary>
public sealed record ThreeYearsAfter(Count From) : Count;
