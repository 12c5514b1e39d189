using Azure.Core;

namespace Notifier.Adapters.AzureRest;

/// <summary>
/// What is sent, at every attempt alike. Whoever made the body disposes of it when the call has ended.
/// </summary>
internal sealed class RestRequest(RequestMethod method, Uri address)
{
    // It is not sent. Without one each attempt would read random numbers to make one up.
    private const string ClientRequestId = "none";

    private readonly List<HttpHeader> headers = new(7);

    public PooledBuffer? Body { get; init; }

    public RestRequest With(string header, string value)
    {
        headers.Add(new HttpHeader(header, value));
        return this;
    }

    public void WriteTo(Request request)
    {
        request.ClientRequestId = ClientRequestId;
        request.Method = method;
        request.Uri.Reset(address);
        foreach (var header in headers)
        {
            request.Headers.SetValue(header.Name, header.Value);
        }

        if (Body is not null)
        {
            request.Content = RequestContent.Create(Body.Memory);
        }
    }
}
