namespace Notifier.PlanDates;

/// <summary>How "once every 3 years" is counted: a choice of the district (34 CFR 300.303(b)(2)).</summary>
public enum ReevaluationRule
{
    /// <summary>Same month and day three years later; 29 February becomes 28 February.</summary>
    SameDay,

    /// <summary>One day before the same day.</summary>
    DayBefore,

    /// <summary>1095 calendar days later.</summary>
    Days1095,
}
