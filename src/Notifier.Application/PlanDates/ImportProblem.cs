namespace Notifier.Application.PlanDates;

/// <summary>Something in a district's folder that a person must look at: what, where, and how to mend it.</summary>
public sealed record ImportProblem
{
    public required ProblemSeverity Severity { get; init; }

    /// <summary>The file's name, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>Counted from 1, the header included; 0: the file as a whole.</summary>
    public required int Line { get; init; }

    /// <summary>The column's or setting's name; empty: the row as a whole.</summary>
    public string Column { get; init; } = "";

    /// <summary>What stands there, shortened.</summary>
    public string Value { get; init; } = "";

    /// <summary>What is wrong: a sentence without its full stop.</summary>
    public required string What { get; init; }

    /// <summary>How to mend it: a sentence without its full stop.</summary>
    public required string Remedy { get; init; }

    /// <summary>One line for a person: <c>plan-dates.csv, line 7, date "2026-02-30": what is wrong. How to mend it.</c></summary>
    public override string ToString()
    {
        var line = Line > 0 ? $", line {Line}" : "";
        var column = Column.Length > 0 ? $", {Column}" : "";
        var value = Value.Length > 0 ? $" \"{Value}\"" : "";
        return $"{File}{line}{column}{value}: {What}. {Remedy}.";
    }
}
