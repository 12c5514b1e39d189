namespace Notifier.Application.Delivery;

/// <summary>Checks one reminder again, claims its notices, composes, delivers and records.</summary>
public sealed class SendNotice
{
    public Task RunAsync(NoticeDue due, CancellationToken cancellationToken) =>
        throw new NotSupportedException("SendNotice lands with the next commits of this branch.");
}
