using Microsoft.AspNetCore.Routing;

namespace Notifier.Web;

/// <summary>Some routes that belong together, under <see cref="WebEntrance.PathBase"/>.</summary>
public interface IWebRoutes
{
    void Map(IEndpointRouteBuilder endpoints);
}
