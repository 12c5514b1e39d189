using System.Net;
using System.Text;

namespace Notifier.Testing.Providers;

/// <summary>A fake provider behind an HTTP client without a network between them: for very many scenes.</summary>
public sealed class InProcessProvider(FakeProvider provider, Action<string>? around = null) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var fault = ProviderFault.None;
        if (request.Method == HttpMethod.Post)
        {
            around?.Invoke("before the provider");
            fault = provider.NextFault?.Invoke() ?? ProviderFault.None;
            if (fault == ProviderFault.Refused)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
            }
        }

        var asked = new FakeRequest(
            request.Method.Method, request.RequestUri!.AbsolutePath, request.RequestUri.Query, name => HeaderOf(request, name),
            request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken));
        FakeResponse? answer = null;
        if (fault is ProviderFault.None or ProviderFault.TakeAndHang or ProviderFault.TakeAndReset or ProviderFault.TakeAndFail
            or ProviderFault.TakeAndCutAnswer)
        {
            answer = provider.Answer(asked);
        }

        around?.Invoke(request.Method == HttpMethod.Post ? "after the provider" : "find at the provider");
        return fault switch
        {
            // As if the attempt's time had run out.
            ProviderFault.Hang or ProviderFault.TakeAndHang => throw new TaskCanceledException(),
            ProviderFault.Reset or ProviderFault.TakeAndReset =>
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "Connection reset by peer"),
            ProviderFault.None => Message(answer!),
            ProviderFault.TakeAndCutAnswer => Message(answer! with { Body = answer!.Body[..(answer.Body.Length / 2)] }),
            _ => Message(provider.AnswerFault(fault)),
        };
    }

    private static string? HeaderOf(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out var values) ? string.Join(',', values)
        : request.Content?.Headers.TryGetValues(name, out values) == true ? string.Join(',', values)
        : null;

    private static HttpResponseMessage Message(FakeResponse answer)
    {
        var message = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            Content = new StringContent(answer.Body, Encoding.UTF8, answer.ContentType),
        };
        foreach (var (name, value) in answer.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}
