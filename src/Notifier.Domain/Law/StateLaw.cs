using System.Collections.Concurrent;
using Notifier.Law.Reading;

namespace Notifier.Law;

/// <summary>The law that holds in one state: the federal rules, and the state's own where they are modelled.</summary>
public sealed class StateLaw
{
    private static readonly ConcurrentDictionary<string, StateLaw> Known = new(StringComparer.Ordinal);
    private static readonly Lazy<LawFile> FederalFile = new(() => LawResources.Read("federal.json")
        ?? throw new InvalidOperationException("federal.json is not embedded in the assembly."));

    public StateLaw(LawFile federal, LawFile? own, string state)
    {
        Federal = federal;
        Own = own;
        State = state;
    }

    /// <summary>Two letters; <c>US</c> for federal rules alone.</summary>
    public string State { get; }

    /// <summary>The state's name, or its letters when it is not modelled.</summary>
    public string Name => Own?.Name ?? (State == Federal.State ? Federal.Name : State);

    /// <summary>False: this state's own numbers are not on file and the federal rules stand alone; say so to the reader.</summary>
    public bool IsModelled => Own is not null || State == Federal.State;

    public LawFile Federal { get; }

    /// <summary>Null: federal rules alone.</summary>
    public LawFile? Own { get; }

    /// <summary>States that have a file of their own, in order.</summary>
    public static IReadOnlyList<string> ModelledStates => LawResources.States;

    /// <summary>The law of a state by its two letters, in either case.</summary>
    /// <exception cref="LawFileException">The state's file does not obey the vocabulary.</exception>
    public static StateLaw For(string state) => Known.GetOrAdd(
        state.ToUpperInvariant(),
        static letters => new StateLaw(
            FederalFile.Value, LawResources.Read($"{letters.ToLowerInvariant()}.json"), letters));
}
