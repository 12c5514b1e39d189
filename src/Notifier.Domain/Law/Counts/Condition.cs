namespace Notifier.Law.Counts;

/// <summary>What decides between the cases of a branch.</summary>
public abstract record Condition;

/// <summary>School days strictly after a date up to the last of its school year; never true between school years.</summary>
public sealed record SchoolDaysLeft(NumberRange Range, Count On) : Condition;

/// <summary>Calendar days from a date to the last school day of its school year; never true between school years.</summary>
public sealed record CalendarDaysLeft(NumberRange Range, Count On) : Condition;

/// <summary>The date lies after one school year and before the next.</summary>
public sealed record BetweenSchoolYears(Count Date) : Condition;

/// <summary>Absences on school days strictly after one date up to and including another.</summary>
public sealed record AbsencesWithin(NumberRange Range, Count After, Count UpTo) : Condition;

/// <summary>One date lies before another.</summary>
public sealed record IsBefore(Count Earlier, Count Later) : Condition;

/// <summary>The detail of a plan date contains a word.</summary>
public sealed record DetailSays(string Word, Count Of) : Condition;

/// <summary>The date is on record.</summary>
public sealed record IsRecorded(Count Date) : Condition;

/// <summary>At least one of several conditions holds.</summary>
public sealed record AnyOf(IReadOnlyList<Condition> Conditions) : Condition;

/// <summary>From <paramref name="AtLeast"/> up to but not including <paramref name="Below"/>; null: no bound.</summary>
public sealed record NumberRange(int? AtLeast, int? Below)
{
    public bool Holds(int number) => !(number < AtLeast) && !(number >= Below);
}
