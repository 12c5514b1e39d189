namespace Notifier.Application.Queues;

/// <summary>The messages set aside, for the person who must act.</summary>
public interface ISetAsideMessages
{
    /// <summary>Those of one queue, the oldest first.</summary>
    IAsyncEnumerable<SetAsideMessage> ListAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Puts one back on its queue, to be delivered at once as if for the first time.</summary>
    /// <returns>False when it is no longer there, for example because somebody else put it back.</returns>
    Task<bool> PutBackAsync(SetAsideMessage message, CancellationToken cancellationToken);
}
