using NodaTime;

namespace Notifier.Law;

/// <summary>A rule as it stood for some time; the date that starts the clock decides which version holds.</summary>
public abstract record LawVersion
{
    /// <summary>The first day on which a clock that starts is under this version.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last such day; null: still in force.</summary>
    public LocalDate? Until { get; init; }

    public required Citation Citation { get; init; }

    /// <summary>Where the number was read.</summary>
    public required string Source { get; init; }

    public required Certainty Certainty { get; init; }

    /// <summary>What the rule is about, in words for the reader; nothing is simplified by it. Empty: it needs none.</summary>
    public string Remark { get; init; } = "";

    /// <summary>A simplification or a product default, in words for the reader; empty: none.</summary>
    public string Note { get; init; } = "";

    /// <summary>What is still open about this rule, in words for the reader; empty: nothing known.</summary>
    public string ToVerify { get; init; } = "";

    public bool InForceOn(LocalDate date) => From <= date && !(date > Until);
}
