namespace Notifier.Law;

/// <summary>The age, or the grade, from which the IEP in effect must plan the transition to adult life.</summary>
public sealed record TransitionAge : LawVersion
{
    public required int Years { get; init; }

    public int Months { get; init; }

    /// <summary>The grade that is reason enough at any age, 1 to 12; null: the law names none.</summary>
    public int? Grade { get; init; }
}
