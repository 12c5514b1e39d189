using NodaTime;

namespace Notifier.Adapters.Http;

/// <summary>What came back from a provider, or what is known although nothing came back.</summary>
internal sealed record ProviderAnswer
{
    /// <summary>0: no answer came.</summary>
    public int Status { get; init; }

    /// <summary>Empty when there is none or it did not arrive whole.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>A header's value; null when it is not there.</summary>
    public Func<string, string?> Header { get; init; } = _ => null;

    /// <summary>No answer came, and none of the request's body had left.</summary>
    public bool NeverLeft { get; init; }

    /// <summary>Why no answer came, as a short phrase.</summary>
    public string Failure { get; init; } = "";

    /// <summary>How long the provider asks to be left alone; null: it does not say.</summary>
    public Duration? RetryAfter { get; init; }
}
