namespace Notifier.Law;

/// <summary>The stable name of a duty, for example <c>initial-evaluation</c>; other programs read it.</summary>
public readonly record struct ObligationId(string Value) : IComparable<ObligationId>
{
    public int CompareTo(ObligationId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(ObligationId left, ObligationId right) => left.CompareTo(right) < 0;

    public static bool operator >(ObligationId left, ObligationId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ObligationId left, ObligationId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ObligationId left, ObligationId right) => left.CompareTo(right) >= 0;
}
