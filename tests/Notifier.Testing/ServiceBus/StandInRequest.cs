namespace Notifier.Testing.ServiceBus;

/// <param name="Queue">Where to.</param>
/// <param name="Bytes">Of the body, as it came over the wire.</param>
/// <param name="Messages">What was in it, the duplicates among them too.</param>
public sealed record StandInRequest(string Queue, int Bytes, IReadOnlyList<StandInMessage> Messages);
