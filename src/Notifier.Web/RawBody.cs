using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Notifier.Web;

/// <summary>The bytes of a request as they came: signatures are over these. Never more than allowed are held.</summary>
/// <param name="Bytes">Empty when it is refused.</param>
/// <param name="Refused">The status of the refusal; null: it was read whole.</param>
internal sealed record RawBody(ReadOnlyMemory<byte> Bytes, int? Refused)
{
    public static async Task<RawBody> ReadAsync(HttpContext context, int most)
    {
        if (context.Request.ContentLength > most)
        {
            return new(default, StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        try
        {
            using var whole = new MemoryStream(context.Request.ContentLength is { } length ? (int)length : 0);
            var part = new byte[16 * 1024];
            while (await context.Request.Body.ReadAsync(part, context.RequestAborted) is > 0 and var read)
            {
                if (whole.Length + read > most)
                {
                    return new(default, StatusCodes.Status413PayloadTooLarge);
                }

                whole.Write(part, 0, read);
            }

            return new(whole.ToArray(), null);
        }
        catch (BadHttpRequestException bad)
        {
            return new(default, bad.StatusCode);
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException)
        {
            // It broke off: nobody reads the answer.
            return new(default, StatusCodes.Status400BadRequest);
        }
    }
}
