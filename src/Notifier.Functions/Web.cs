using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifier.Web;

namespace Notifier.Functions;

/// <summary>
/// Every request, into the web project. Open to all callers here: providers cannot show a key, so what a route asks of
/// its caller (a signature, a sign-in) is the route's own business.
/// </summary>
public sealed class Web(WebEntrance entrance)
{
    [Function(nameof(Web))]
    public Task Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "delete", Route = "{*path}")] HttpRequest request,
        CancellationToken cancellationToken) =>
        entrance.HandleAsync(request.HttpContext, cancellationToken);
}
