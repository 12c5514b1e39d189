using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>A channel that can no longer be used for one person: a STOP, a bounce, a number that takes no texts.</summary>
/// <param name="RecipientId">The contact or staff member.</param>
/// <param name="Channel">The channel that is closed; the other one stays open, and so does the duty.</param>
/// <param name="Reason">A short phrase without addresses, for example <c>replied STOP on 2026-10-02</c>.</param>
public sealed record ClosedChannel(string RecipientId, Channel Channel, string Reason);
