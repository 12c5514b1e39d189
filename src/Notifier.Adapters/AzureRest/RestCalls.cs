using System.Net.Sockets;
using Azure;
using Azure.Core.Pipeline;
using Azure.Identity;
using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureRest;

/// <summary>
/// The one place where a call is repeated: when there was no answer, half an answer, or one that says "later". It
/// cannot know whether a lost attempt was carried out, so it says that there was one, and the caller looks.
/// </summary>
internal sealed class RestCalls(HttpPipeline pipeline, RetryWaits waits, string place)
{
    public string Place => place;

    /// <param name="request">Sent anew at each attempt.</param>
    /// <param name="read">
    /// Reads an answer that is neither lost nor "later"; throws <see cref="UnfinishedAnswerException"/> when it turns
    /// out to be.
    /// </param>
    /// <param name="cancellationToken">Ends the wait, not what an attempt under way may still do.</param>
    /// <exception cref="StoreException">No attempt got an answer; or who the program is could not be shown.</exception>
    public async Task<Answered<T>> SendAsync<T>(
        RestRequest request, Func<Response, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var mayBeDone = false;
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan? asked;
            string problem;
            Exception? cause = null;
            using (var message = pipeline.CreateMessage())
            {
                request.WriteTo(message.Request);
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                patience.CancelAfter(waits.Settings.AttemptTimeout);
                try
                {
                    await pipeline.SendAsync(message, patience.Token);
                    var answer = message.Response;
                    if (!SaysLater(answer.Status))
                    {
                        return new(await read(answer, patience.Token), AfterLostAnswer: mayBeDone);
                    }

                    problem = $"It answered {answer.Status} {answer.ReasonPhrase}";
                    asked = waits.AskedBy(answer.Headers);
                    mayBeDone |= answer.Status != 429;
                }
                catch (AuthenticationFailedException unknown)
                {
                    throw new StoreException(
                        "No identity could be shown to Azure.",
                        place,
                        "In Azure: give the app its managed identity and name its client id. Elsewhere: sign in with "
                        + "'az login' or 'azd auth login'.",
                        unknown);
                }
                catch (Exception lost) when (IsLost(lost) && !cancellationToken.IsCancellationRequested)
                {
                    mayBeDone |= !NeverLeft(lost);
                    request.Body?.KeepFromPool();
                    (problem, asked, cause) = ("There was no whole answer", null, lost);
                }
            }

            if (attempt >= waits.Settings.MostAttempts)
            {
                throw new StoreException(
                    $"{problem}, {attempt} times.",
                    place,
                    "Try again later: whether the change was made is not known. If it stays, look at the network, the "
                    + "firewall of the account and https://status.azure.com.",
                    cause);
            }

            // Back-off before the next attempt, or the wait that the service asked for.
            await Task.Delay(waits.After(attempt, asked), cancellationToken);
        }
    }

    private static bool SaysLater(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    private static bool NeverLeft(Exception lost) => (lost as HttpRequestException ?? lost.InnerException)
        is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
    };

    // An attempt that took too long ends as if it had been cancelled.
    private static bool IsLost(Exception exception) => exception
        is RequestFailedException { Status: 0 }
        or UnfinishedAnswerException
        or HttpRequestException
        or IOException
        or SocketException
        or OperationCanceledException;
}
