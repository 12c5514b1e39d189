using System.Collections.Frozen;
using Notifier.Law;

namespace Notifier.Obligations;

/// <summary>Every obligation this product knows, whether or not a state gives it a number.</summary>
public static partial class ObligationCatalog
{
    /// <summary>In the order of a child's way through special education.</summary>
    public static IReadOnlyList<ObligationEntry> All { get; } =
        [.. Evaluation, .. Plan, .. Meetings, .. Discipline, .. Disputes];

    private static readonly FrozenDictionary<string, ObligationEntry> ById =
        All.ToFrozenDictionary(entry => entry.Id.Value, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">No obligation has this id.</exception>
    public static ObligationEntry Find(ObligationId id) =>
        ById.TryGetValue(id.Value, out var entry)
            ? entry
            : throw new ArgumentException($"'{id}' is no obligation; the ids are those of {nameof(ObligationIds)}.", nameof(id));

    public static bool Knows(string id) => ById.ContainsKey(id);
}
