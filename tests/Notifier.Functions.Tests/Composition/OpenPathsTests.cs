using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Notifier.Functions.Composition;
using Notifier.Functions.Tests.Bicep;
using Notifier.Testing;
using Notifier.Testing.Flow;
using Notifier.Testing.Providers;
using Notifier.Testing.ServiceBus;
using Notifier.Web;

namespace Notifier.Functions.Tests.Composition;

/// <summary>
/// What sign-in leaves open (sign-in.bicep) and the routes that tell a stranger from their caller by themselves, with everything
/// switched on.
/// </summary>
public sealed class OpenPathsTests
{
    // Says one word to everybody.
    private const string Health = "/api/health";

    [Fact]
    public async Task Open_to_strangers_are_the_routes_that_send_them_away_themselves_and_no_others()
    {
        var clock = new FakeClock(OakHill.At(2026, 10, 14, 7));
        using var sendGrid = new FakeSendGrid(clock);
        using var host = Build(sendGrid, clock);
        var paths = MappedIn(host);
        var checkedThemselves = new List<string>();
        foreach (var path in paths.Where(path => path != Health))
        {
            if (await AnswerToAStrangerAsync(host, path) is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            {
                checkedThemselves.Add(path);
            }
        }

        var open = Infra.Module("sign-in").Texts("openPaths");

        Assert.Equal(checkedThemselves.Append(Health).Order(), paths.Where(path => open.Any(one => Covers(one, path))).Order());
        Assert.All(open, one => Assert.Contains(paths, path => Covers(one, path)));
    }

    [Theory]
    [InlineData("/api/webhooks/*", "/api/webhooks/twilio/status", true)]
    [InlineData("/api/webhooks/*", "/api/webhooksy", false)]
    [InlineData("/api/health", "/api/healthy", false)]
    public void An_open_path_covers_itself_or_what_lies_below_its_star(string open, string path, bool covers) =>
        Assert.Equal(covers, Covers(open, path));

    private static bool Covers(string open, string path) =>
        open.EndsWith("/*", StringComparison.Ordinal) ? path.StartsWith(open[..^1], StringComparison.Ordinal) : path == open;

    private static List<string> MappedIn(IHost host)
    {
        var endpoints = new Endpoints(host.Services);
        foreach (var routes in host.Services.GetServices<IWebRoutes>())
        {
            routes.Map(endpoints);
        }

        return [.. endpoints.DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>()
            .Select(endpoint => WebEntrance.PathBase + endpoint.RoutePattern.RawText)];
    }

    private static async Task<int> AnswerToAStrangerAsync(IHost host, string path)
    {
        var function = ActivatorUtilities.CreateInstance<Web>(host.Services);
        await using var scope = host.Services.CreateAsyncScope();
        using var body = new MemoryStream("[]"u8.ToArray());
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (context.Request.Method, context.Request.Path, context.Request.Body) = ("POST", path, body);
        await function.Run(context.Request, CancellationToken.None);
        return context.Response.StatusCode;
    }

    private static IHost Build(FakeSendGrid sendGrid, FakeClock clock)
    {
        var builder = Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(FakeAccounts.Settings(sendGrid)).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Notifier:Web:PublicUrl"] = FakeAccounts.PublicUrl.AbsoluteUri,
            ["Notifier:SchoolOffice:ApiKey"] = "0123456789-0123456789-0123456789",
            ["Notifier:Storage:Account"] = "azurite",
            ["Notifier:ServiceBus:StandIn"] = "http://127.0.0.1:1",
            ["Notifier:ServiceBus:StandInKeyName"] = ServiceBusStandIn.KeyName,
            ["Notifier:ServiceBus:StandInKey"] = ServiceBusStandIn.Key,
        });
        builder.Services.AddNotifier(builder.Configuration, clock);
        return builder.Build();
    }

    private sealed class Endpoints(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
