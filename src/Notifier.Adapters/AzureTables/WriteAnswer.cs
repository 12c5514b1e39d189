using Azure;

namespace Notifier.Adapters.AzureTables;

/// <summary>The answer to one write.</summary>
internal static class WriteAnswer
{
    /// <returns>Null when it was made.</returns>
    public static ValueTask<TableError?> ReadAsync(Response answer, CancellationToken cancellationToken) =>
        answer.Status is 201 or 204 ? default : ReadErrorAsync(answer, cancellationToken);

    private static async ValueTask<TableError?> ReadErrorAsync(Response answer, CancellationToken cancellationToken) =>
        await TableError.ReadAsync(answer, cancellationToken);
}
