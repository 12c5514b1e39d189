namespace Notifier.Calendars;

/// <summary>What a row of the district's calendar says; written in camel case in files (<c>noSchool</c>).</summary>
public enum CalendarEntryKind
{
    /// <summary>First to last day of a school year.</summary>
    SchoolYear,

    /// <summary>A planned break, holiday or staff day: no pupils.</summary>
    NoSchool,

    /// <summary>An unplanned closure (snow, flood): no pupils, known only when it happens.</summary>
    Closure,

    /// <summary>A day of school on any weekday, also a Saturday or inside a no-school range.</summary>
    MakeUpDay,

    /// <summary>A holiday of the state, for counting business days.</summary>
    StateHoliday,

    /// <summary>The last day of a marking period.</summary>
    GradingPeriodEnd,

    /// <summary>The day progress reports go home.</summary>
    ProgressReportDue,
}
