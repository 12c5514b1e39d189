namespace Notifier.Law;

/// <summary>The law that holds in one state: the federal rules, and the state's own where they are modelled.</summary>
public sealed class StateLaw
{
    private StateLaw(string state) => State = state;

    /// <summary>Two letters; <c>US</c> for federal rules alone.</summary>
    public string State { get; }

    /// <summary>False: this state's own numbers are not on file and the federal rules stand alone; say so to the reader.</summary>
    public bool IsModelled => State == "US";

    /// <summary>The law of a state by its two letters, in either case.</summary>
    public static StateLaw For(string state) => new(state.ToUpperInvariant());
}
