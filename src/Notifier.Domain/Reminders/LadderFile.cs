using System.Text.Json;
using Notifier.Law;

namespace Notifier.Reminders;

/// <summary>
/// A district's own ladder: <c>policies.reminderLadder</c> in <c>district.json</c>, in the form of <c>ladder.json</c>'s
/// <c>steps</c>. An obligation named there has exactly the rungs written there; all others keep the default.
/// </summary>
/// <example><code>
/// [ { "obligations": ["annual-review"], "caseManager": [45, 14, 0, -1], "supervisor": [-1], "family": [30, 14] } ]
/// </code></example>
public static class LadderFile
{
    /// <summary>Reads <c>policies.reminderLadder</c>; each problem's path begins below it.</summary>
    public static LadderReading Read(JsonElement ladder) => ReadSteps(
        ladder, ReminderLadder.Default.Obligations.ToHashSet(), ShippedLadder.ForFamilies());

    /// <summary>Null sets: nothing is checked against them, for the shipped ladder that defines them.</summary>
    internal static LadderReading ReadSteps(
        JsonElement ladder, HashSet<ObligationId>? known, IReadOnlySet<ObligationId>? families)
    {
        var reader = new LadderReader(known, families);
        reader.ReadAll(ladder);
        return new LadderReading
        {
            Steps = reader.Problems.Count == 0 ? reader.Steps : [],
            Problems = reader.Problems,
        };
    }
}
