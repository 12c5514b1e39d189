using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Notifier.Web;

/// <summary>Every route of this project, for the home that serves it.</summary>
public static class WebServices
{
    public static IServiceCollection AddNotifierWeb(this IServiceCollection services)
    {
        // A web host would bring it; the Functions worker and a plain host do not.
        services.TryAddSingleton(_ => new DiagnosticListener("Microsoft.AspNetCore"));
        return services
            .AddRouting()
            .AddSingleton<IWebRoutes, HealthRoute>()
            .AddSingleton<WebEntrance>();
    }
}
