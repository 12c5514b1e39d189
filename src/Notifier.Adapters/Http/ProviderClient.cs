using System.Globalization;
using System.Net;
using NodaTime;

namespace Notifier.Adapters.Http;

/// <summary>Sends one request once and says what is certain afterwards. Nothing is repeated here.</summary>
internal static class ProviderClient
{
    private const int MostAnswerBytes = 4 * 1024 * 1024;

    /// <summary>A client for one provider: no redirects, no cookies, connections renewed so that a changed address is found.</summary>
    public static HttpClient Create(Uri baseAddress, HttpMessageHandler? handler = null) =>
        new(handler ?? Handler())
        {
            BaseAddress = baseAddress.AbsoluteUri.EndsWith('/') ? baseAddress : new Uri(baseAddress.AbsoluteUri + "/"),
            // The attempt's own time-out ends the wait.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostAnswerBytes,
        };

    /// <param name="client">Of the provider.</param>
    /// <param name="request">A POST carries an <see cref="OnceContent"/>.</param>
    /// <param name="now">For a Retry-After that names a moment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ProviderAnswer> SendAsync(
        HttpClient client, HttpRequestMessage request, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var headers = response.Headers.Concat(response.Content.Headers)
                .ToDictionary(one => one.Key, one => string.Join(',', one.Value), StringComparer.OrdinalIgnoreCase);
            return new ProviderAnswer
            {
                Status = (int)response.StatusCode,
                Body = await BodyAsync(response, cancellationToken),
                Header = headers.GetValueOrDefault,
                RetryAfter = RetryAfter(headers, now),
            };
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            return new ProviderAnswer
            {
                NeverLeft = request.Content is OnceContent { HasBegun: false },
                Failure = FailureOf(problem),
            };
        }
    }

    // The status alone says what became of the request; a body that breaks off changes nothing about it.
    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            return default;
        }
    }

    private static Duration? RetryAfter(Dictionary<string, string> headers, Instant now)
    {
        if (headers.GetValueOrDefault("Retry-After") is { } asked)
        {
            return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? Duration.FromSeconds(seconds)
                : DateTimeOffset.TryParse(asked, CultureInfo.InvariantCulture, out var moment)
                    ? Duration.Max(Duration.Zero, Instant.FromDateTimeOffset(moment) - now)
                    : null;
        }

        // Unix seconds at which the allowance is full again.
        return long.TryParse(
            headers.GetValueOrDefault("X-RateLimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
            && reset < 253_402_300_799
            ? Duration.Max(Duration.Zero, Instant.FromUnixTimeSeconds(reset) - now)
            : null;
    }

    private static string FailureOf(Exception problem) => problem switch
    {
        HttpRequestException http => WordsOf(http.HttpRequestError),
        HttpIOException io => WordsOf(io.HttpRequestError),
        OperationCanceledException => "no answer in time",
        _ => problem.GetType().Name,
    };

    // It stands in the evidence, which people read.
    private static string WordsOf(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "the provider's name was not found",
        HttpRequestError.ConnectionError => "no connection to the provider",
        HttpRequestError.SecureConnectionError => "no secure connection to the provider",
        HttpRequestError.ResponseEnded => "the connection ended before the answer",
        _ => error.ToString(),
    };

    private static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };
}
