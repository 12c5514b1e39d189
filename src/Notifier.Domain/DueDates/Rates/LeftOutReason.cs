namespace Notifier.DueDates.Rates;

/// <summary>Why a duty counts in no rate, neither above nor below the line; written in camel case in files.</summary>
public enum LeftOutReason
{
    /// <summary>The parent repeatedly failed or refused to produce the child (34 CFR 300.301(d)(1)).</summary>
    ChildNotProduced,

    /// <summary>The child enrolled during the evaluation, and a day for its completion was agreed (34 CFR 300.301(d)(2), (e)).</summary>
    EnrolledDuringEvaluation,

    /// <summary>The parent took back the consent to the evaluation, or to services, before the due date.</summary>
    ConsentWithdrawn,

    /// <summary>The student left before the due date.</summary>
    StudentLeft,
}
