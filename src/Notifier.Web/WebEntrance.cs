using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Notifier.Web;

/// <summary>
/// The routes of this project as one handler, whatever server a request came in by: a function that takes every path,
/// or a server of its own. All of them lie under <c>/api</c>.
/// </summary>
public sealed class WebEntrance(IServiceProvider services, IEnumerable<IWebRoutes> routes)
{
    public const string PathBase = "/api";

    private readonly Lazy<RequestDelegate> handler = new(() => Build(services, routes));

    public async Task HandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        // The server has chosen its catch-all as the endpoint; the routes below choose anew.
        var (outer, aborted) = (context.GetEndpoint(), context.RequestAborted);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(aborted, cancellationToken);
        context.SetEndpoint(null);
        context.RequestAborted = ended.Token;
        try
        {
            await handler.Value(context);
        }
        finally
        {
            context.SetEndpoint(outer);
            context.RequestAborted = aborted;
        }
    }

    private static RequestDelegate Build(IServiceProvider services, IEnumerable<IWebRoutes> routes)
    {
        var app = new ApplicationBuilder(services);
        app.UsePathBase(PathBase);
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            foreach (var some in routes)
            {
                some.Map(endpoints);
            }
        });
        return app.Build();
    }
}
