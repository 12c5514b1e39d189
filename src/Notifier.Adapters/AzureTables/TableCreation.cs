using Notifier.Adapters.AzureRest;

namespace Notifier.Adapters.AzureTables;

/// <summary>
/// Makes a table before the first write to it, once in a process. A table not made yet reads as empty.
/// </summary>
internal sealed class TableCreation(TableAddress table, RestCalls calls, TableRequests requests)
{
    private readonly Lock gate = new();
    private Task? making;
    private volatile bool made;

    public Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (made)
        {
            return Task.CompletedTask;
        }

        lock (gate)
        {
            // One caller giving up does not end it for the others; a failure is tried again by the next.
            making = making is null or { IsFaulted: true } ? MakeAsync() : making;
            return making.WaitAsync(cancellationToken);
        }
    }

    private async Task MakeAsync()
    {
        var request = requests.CreateTable(table);
        using var body = request.Body;
        var answer = await calls.SendAsync(
            request, static (response, token) => WriteAnswer.ReadAsync(response, token), CancellationToken.None);
        if (answer.Value is { Code: not "TableAlreadyExists" } error)
        {
            throw error.Explain(calls.Place);
        }

        made = true;
    }
}
