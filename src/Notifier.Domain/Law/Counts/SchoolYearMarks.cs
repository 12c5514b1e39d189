namespace Notifier.Law.Counts;

/// <summary>The last school day of the school year that holds a date; none between school years.</summary>
public sealed record LastSchoolDay(Count Of) : Count;

/// <summary>The first school day of the school year that begins next after a date.</summary>
public sealed record FirstSchoolDayOfNextYear(Count Of) : Count;

/// <summary>The n-th school day of the school year that begins next after a date.</summary>
public sealed record SchoolDayOfNextYear(int Number, Count Of) : Count;

/// <summary>A fixed month and day in the year another date falls in: <c>06-30</c>.</summary>
public sealed record DayOfYear(int Month, int Day, Count InYearOf) : Count;

/// <summary>The counted date; in summer, the first school day after it.</summary>
public sealed record OutOfSummer(Count Counted) : Count;
