using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Notifier.Web;

/// <summary><c>GET /api/health</c>: the program runs and its settings were understood. Says nothing else to strangers.</summary>
public sealed class HealthRoute : IWebRoutes
{
    public void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/health", (HttpContext context) => context.Response.WriteAsync("healthy"));
}
