using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Notifier.Functions.Composition;
using Notifier.Testing;
using Notifier.Testing.Providers;
using Notifier.Web;

namespace Notifier.Functions.Tests.Bicep;

/// <summary>
/// Sign-in stands in front of every path that sign-in.bicep does not leave out: what providers call must be left out, and
/// nothing that does not check its caller itself.
/// </summary>
public sealed class OpenRoutesTests : IDisposable
{
    // Each of these checks its caller, or has nothing to hide. A page for people who sign in does not belong here.
    private static readonly string[] ChecksItsCaller =
        ["/api/health", "/api/schedule-changes", "/api/webhooks/sendgrid/events", "/api/webhooks/twilio/inbound", "/api/webhooks/twilio/status"];

    private readonly FakeClock clock = new(Outgoing.Now);
    private readonly FakeSendGrid sendGrid;

    public OpenRoutesTests() => sendGrid = new FakeSendGrid(clock);

    public void Dispose() => sendGrid.Dispose();

    [Fact]
    public void Whatever_checks_its_caller_itself_is_reached_without_signing_in()
    {
        var routes = Routes();

        Assert.Equal(ChecksItsCaller, routes.Intersect(ChecksItsCaller));
        Assert.All(ChecksItsCaller, route => Assert.True(
            IsOpen(route), $"{route} is closed to those who cannot sign in: add it to openPaths in infra/modules/sign-in.bicep."));
    }

    [Fact]
    public void Everything_else_asks_for_a_sign_in() =>
        Assert.All(Routes().Except(ChecksItsCaller).Append("/api/a-page-added-later"), route => Assert.False(
            IsOpen(route), $"{route} is open to everybody by openPaths in infra/modules/sign-in.bicep: see that it checks its caller, then name it here."));

    [Fact]
    public async Task A_stranger_is_sent_away_wherever_no_sign_in_stands_in_front()
    {
        await using var services = Services();
        foreach (var route in ChecksItsCaller.Where(route => route != "/api/health"))
        {
            using var body = new MemoryStream("[]"u8.ToArray());
            var context = new DefaultHttpContext { RequestServices = services };
            (context.Request.Method, context.Request.Path, context.Request.Body) = ("POST", route, body);

            await services.GetRequiredService<WebEntrance>().HandleAsync(context, CancellationToken.None);

            Assert.True(context.Response.StatusCode is 401 or 403, $"{route} answered a stranger with {context.Response.StatusCode}.");
        }
    }

    private static bool IsOpen(string route) => Infra.Module("sign-in").Texts("openPaths").Any(path =>
        path.EndsWith("/*", StringComparison.Ordinal) ? route.StartsWith(path[..^1], StringComparison.Ordinal) : route == path);

    /// <summary>The paths of the app with everything switched on, as the Azure home maps them.</summary>
    private List<string> Routes()
    {
        using var services = Services();
        var mapped = new Mapped(services);
        foreach (var routes in services.GetServices<IWebRoutes>())
        {
            routes.Map(mapped);
        }

        return [.. mapped.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => WebEntrance.PathBase + "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Order(StringComparer.Ordinal)];
    }

    private ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            .. FakeAccounts.Settings(sendGrid),
            new("Notifier:Web:PublicUrl", FakeAccounts.PublicUrl.AbsoluteUri),
            new("Notifier:Storage:Account", "azurite"),
            new("Notifier:ServiceBus:Namespace", "sb-notifier.servicebus.windows.net"),
            new("Notifier:SchoolOffice:ApiKey", "of-no-program-whatsoever-0123456789abcdef"),
        ]).Build();
        return new ServiceCollection().AddLogging().AddNotifier(configuration, clock).BuildServiceProvider();
    }

    private sealed class Mapped(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
