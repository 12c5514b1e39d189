using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Notifier.Adapters.Tests.AzureTables;

/// <summary>
/// The network on a bad day, by a seed: requests that never arrive, answers that never come back, busy servers,
/// answers cut short. What reaches Azurite is the same as ever.
/// </summary>
/// <param name="inner">The network.</param>
/// <param name="seed">Of the faults.</param>
/// <param name="percent">How many calls of a hundred meet one.</param>
internal sealed class FaultyTransport(HttpPipelineTransport inner, int seed, int percent) : HttpPipelineTransport
{
    private readonly Random random = new(seed);
    private readonly Dictionary<Fault, int> met = [];

    /// <summary>Chooses the fault of the next call itself; null: by the seed.</summary>
    public Func<Request, Fault>? Choose { get; set; }

    public int Calls { get; private set; }

    public int Met(Fault fault)
    {
        lock (random)
        {
            return met.GetValueOrDefault(fault);
        }
    }

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var (fault, share) = Next(message.Request);
        switch (fault)
        {
            case Fault.NeverArrives:
                throw new RequestFailedException(
                    "Connection refused.", new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused."));
            case Fault.Busy:
                message.Response = new MadeUpResponse(503, "ServerBusy", ("Retry-After", "0"));
                return;
            case Fault.Throttled:
                message.Response = new MadeUpResponse(429, "Too Many Requests", ("x-ms-retry-after-ms", "2"));
                return;
        }

        await inner.ProcessAsync(message);
        switch (fault)
        {
            case Fault.AnswerLost:
                message.Response.Dispose();
                throw new IOException("The connection was reset.");
            case Fault.AnswerTooLate:
                message.Response.Dispose();
                throw new TaskCanceledException("The attempt took too long.");
            case Fault.DoneButSaysItFailed:
                message.Response.Dispose();
                message.Response = new MadeUpResponse(500, "OperationTimedOut");
                return;
            case Fault.BreaksOff or Fault.EndsEarly:
                await CutAsync(message.Response, share, breaks: fault == Fault.BreaksOff);
                return;
        }
    }

    private static async Task CutAsync(Response answer, double share, bool breaks)
    {
        if (answer.ContentStream is not { } stream)
        {
            return;
        }

        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole);
        var length = (int)(whole.Length * share);
        answer.ContentStream = new CutStream(whole.ToArray()[..length], breaks || length == whole.Length);
    }

    private (Fault Fault, double Share) Next(Request request)
    {
        lock (random)
        {
            Calls++;
            var fault = Choose?.Invoke(request)
                ?? (random.Next(100) < percent ? (Fault)random.Next(1, Enum.GetValues<Fault>().Length) : Fault.None);
            met[fault] = met.GetValueOrDefault(fault) + 1;
            return (fault, random.NextDouble());
        }
    }

    private sealed class CutStream(byte[] start, bool breaks) : MemoryStream(start)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length && breaks
                ? throw new HttpIOException(HttpRequestError.ResponseEnded, "The answer broke off.")
                : base.ReadAsync(buffer, cancellationToken);
    }
}
