using Azure;

namespace Notifier.Adapters.AzureRest;

/// <summary>Reads a whole answer of moderate size into pooled memory.</summary>
internal static class AnswerBody
{
    public static async ValueTask<PooledBuffer> ReadAsync(Response response, CancellationToken cancellationToken)
    {
        var body = new PooledBuffer();
        try
        {
            if (response.ContentStream is { } stream)
            {
                int read;
                while ((read = await stream.ReadAsync(body.GetMemory(512), cancellationToken)) > 0)
                {
                    body.Advance(read);
                }
            }

            return body;
        }
        catch
        {
            // A read that was given up may still write into the memory.
            body.KeepFromPool();
            body.Dispose();
            throw;
        }
    }
}
