using NodaTime;

namespace Notifier.Application.Delivery;

/// <summary>What is remembered from pass to pass while one message is handled.</summary>
public sealed class MessageNotes
{
    /// <summary>Whose notice cannot be written, by recipient; the others' are sent all the same.</summary>
    public HashSet<string> NotComposed { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The moments that texts were given by the sender's pace, by notice. Overtaken in the ledger, a text keeps its moment:
    /// another would take time from the next family.
    /// </summary>
    public Dictionary<string, Instant> Moments { get; } = new(StringComparer.Ordinal);
}
