using System.Buffers.Text;
using Azure;
using Notifier.Adapters.AzureRest;

namespace Notifier.Adapters.AzureTables;

/// <summary>
/// A transaction's answer: one inner answer per change when all were made, otherwise one refusal in all.
/// </summary>
internal static class BatchAnswer
{
    private static ReadOnlySpan<byte> StatusLine => "HTTP/1.1 "u8;

    /// <returns>Null when all changes were made.</returns>
    /// <exception cref="UnfinishedAnswerException">It breaks off, or the service was busy.</exception>
    public static async ValueTask<TableError?> ReadAsync(
        Response answer, int changes, CancellationToken cancellationToken)
    {
        if (answer.Status != 202)
        {
            return await TableError.ReadAsync(answer, cancellationToken);
        }

        answer.Headers.TryGetValue("x-ms-request-id", out var requestId);
        using var body = await AnswerBody.ReadAsync(answer, cancellationToken);
        return Parse(body.Span, changes, requestId);
    }

    public static TableError? Parse(ReadOnlySpan<byte> body, int changes, string? requestId)
    {
        var made = 0;
        while (body.IndexOf(StatusLine) is >= 0 and var at)
        {
            body = body[(at + StatusLine.Length)..];
            if (!Utf8Parser.TryParse(body, out int status, out _))
            {
                throw new UnfinishedAnswerException("The transaction's answer breaks off.");
            }

            if (status is < 200 or > 299)
            {
                return Refusal(status, body, requestId);
            }

            made++;
        }

        return made == changes && body.TrimEnd("\r\n"u8).EndsWith("--"u8)
            ? null
            : throw new UnfinishedAnswerException($"The answer breaks off after {made} of {changes} changes.");
    }

    private static TableError Refusal(int status, ReadOnlySpan<byte> rest, string? requestId)
    {
        var start = rest.IndexOf("\r\n\r\n"u8);
        var end = rest.IndexOf("\n--"u8);
        if (start < 0 || end < start)
        {
            throw new UnfinishedAnswerException("The refusal of a transaction breaks off.");
        }

        var error = TableError.Parse(status, rest[start..end], requestId);
        return error.SaysLater
            ? throw new UnfinishedAnswerException($"The service is busy: {status} {error.Code}.")
            : error;
    }
}
