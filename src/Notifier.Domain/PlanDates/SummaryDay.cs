namespace Notifier.PlanDates;

/// <summary>On which day supervisors get the summary of the week; written in camel case in files (<c>firstSchoolDay</c>).</summary>
public enum SummaryDay
{
    /// <summary>The first day of the week on which staff work.</summary>
    FirstSchoolDay,

    /// <summary>This weekday, or where school is closed the next day of the week, or else the last one before it.</summary>
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,

    Never,
}
