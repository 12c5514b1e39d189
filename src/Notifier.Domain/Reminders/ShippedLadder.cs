using System.Text.Json;
using Notifier.Law;

namespace Notifier.Reminders;

/// <summary>The embedded <c>ladder.json</c>.</summary>
internal static class ShippedLadder
{
    public static JsonDocument Open()
    {
        using var stream = typeof(ShippedLadder).Assembly.GetManifestResourceStream("Reminders/ladder.json")
            ?? throw new InvalidOperationException("Reminders/ladder.json is not embedded in the assembly.");
        return JsonDocument.Parse(stream);
    }

    /// <summary>What a family may be told of: an obligation outside has no wording for families.</summary>
    public static IReadOnlySet<ObligationId> ForFamilies()
    {
        using var document = Open();
        var told = ReminderLadder.Default.Obligations
            .Where(obligation => ReminderLadder.Default.StepsFor(obligation).Any(step => step.Audience == Audience.Family));
        var further = document.RootElement.GetProperty("familiesMayAlsoHearOf").EnumerateArray()
            .Select(id => new ObligationId(id.GetString()!));
        return told.Concat(further).ToHashSet();
    }
}
