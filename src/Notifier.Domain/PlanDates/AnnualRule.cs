namespace Notifier.PlanDates;

/// <summary>How "not less than annually" is counted: a choice of the district (34 CFR 300.324(b)(1)(i)).</summary>
public enum AnnualRule
{
    /// <summary>Same month and day of the next year; 29 February becomes 28 February.</summary>
    SameDay,

    /// <summary>One day before the same day.</summary>
    DayBefore,

    /// <summary>364 calendar days after the meeting.</summary>
    Days364,

    /// <summary>365 calendar days after the meeting.</summary>
    Days365,
}
