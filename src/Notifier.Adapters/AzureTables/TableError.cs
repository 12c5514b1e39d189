using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure;
using Notifier.Adapters.AzureRest;
using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>A refusal: status, the service's code, and which change of a transaction it is about.</summary>
internal sealed record TableError(int Status, string Code, int? Index, string? RequestId)
{
    /// <summary>A row is there that must not be, or is not there (in that version): an outcome, not a fault.</summary>
    public bool IsUnmetCondition => (Status, Code) is
        (409, "EntityAlreadyExists")
        or (412, "UpdateConditionNotSatisfied" or "ConditionNotMet")
        or (404, "ResourceNotFound" or "EntityNotFound");

    public bool IsNoSuchTable => Code == "TableNotFound";

    public bool SaysLater => Status is 408 or 429 or 500 or 502 or 503 or 504;

    public static async ValueTask<TableError> ReadAsync(Response answer, CancellationToken cancellationToken)
    {
        answer.Headers.TryGetValue("x-ms-request-id", out var requestId);
        if (answer.Headers.TryGetValue("x-ms-error-code", out var code))
        {
            return new TableError(answer.Status, code!, Index: null, requestId);
        }

        using var body = await AnswerBody.ReadAsync(answer, cancellationToken);
        return Parse(answer.Status, body.Span, requestId);
    }

    /// <param name="status">Of the answer.</param>
    /// <param name="body">JSON, or XML as some errors come whatever was asked for.</param>
    /// <param name="requestId">For Microsoft's support.</param>
    public static TableError Parse(int status, ReadOnlySpan<byte> body, string? requestId)
    {
        if (body.IndexOf((byte)'{') is >= 0 and var start)
        {
            try
            {
                using var json = JsonDocument.Parse(body[start..].ToArray());
                var error = json.RootElement.GetProperty("odata.error");
                var message = error.GetProperty("message").GetProperty("value").GetString();
                return new TableError(status, error.GetProperty("code").GetString() ?? "", IndexIn(message), requestId);
            }
            catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new UnfinishedAnswerException("The error breaks off.", broken);
            }
        }

        return new TableError(status, CodeInXml(Encoding.UTF8.GetString(body)), Index: null, requestId);
    }

    /// <summary>Says nothing of the row: not its keys, and not the service's own text, which may quote them.</summary>
    public StoreException Explain(string place) => new(
        $"Table Storage refused: {Status} {Code}, request {RequestId ?? "without id"}.",
        place,
        Status switch
        {
            401 or 403 => "Give the identity the role 'Storage Table Data Contributor' on the account (it may take "
                + "some minutes), and let this network through the account's firewall.",
            404 when IsNoSuchTable => "The table was deleted while the program ran: start it again.",
            404 => "Look at the account's name and the address of its table service.",
            409 when Code == "TableBeingDeleted" => "The table is being deleted: wait a minute and try again.",
            _ => "If it stays, report it with this text.",
        });

    // "1:The specified entity already exists."
    private static int? IndexIn(string? message) =>
        message?.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    private static string CodeInXml(string xml)
    {
        var start = xml.IndexOf("<code>", StringComparison.OrdinalIgnoreCase) + "<code>".Length;
        var end = xml.IndexOf("</code>", StringComparison.OrdinalIgnoreCase);
        return start >= "<code>".Length && end > start ? xml[start..end] : "";
    }
}
