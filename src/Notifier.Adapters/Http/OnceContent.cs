using System.Net;
using System.Net.Http.Headers;

namespace Notifier.Adapters.Http;

/// <summary>
/// The body of a request that must not be sent twice. It knows whether it began to be written, which is the line between
/// "certainly not sent" and "nobody knows"; and it refuses to be written again, whatever the handler below may try.
/// </summary>
internal sealed class OnceContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> body;
    private int begun;

    public OnceContent(ReadOnlyMemory<byte> body, string contentType)
    {
        this.body = body;
        Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
    }

    /// <summary>False: nobody can have acted on the request, because none of its body has left.</summary>
    public bool HasBegun => Volatile.Read(ref begun) > 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref begun) > 1)
        {
            throw new InvalidOperationException("The request was written once already, and is not written again.");
        }

        await stream.WriteAsync(body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
