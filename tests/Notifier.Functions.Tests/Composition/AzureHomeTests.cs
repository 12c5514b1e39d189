using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Notifier.Application.Queues;
using Notifier.Functions.Composition;
using Notifier.Functions.Settings;
using Notifier.Testing;
using Notifier.Testing.Flow;
using Notifier.Testing.ServiceBus;

namespace Notifier.Functions.Tests.Composition;

/// <summary>The Azure home as Program.cs puts it together, with settings as a function app has them.</summary>
public sealed class AzureHomeTests
{
    [Fact]
    public void Every_function_finds_what_it_starts()
    {
        using var host = Build(Settings());

        Assert.All(
            typeof(SendNotice).Assembly.GetExportedTypes().Where(type => type.GetMethod("Run") is not null),
            type => Assert.NotNull(ActivatorUtilities.CreateInstance(host.Services, type)));
    }

    [Theory]
    [InlineData("Notifier:Storage:Account", null, "Notifier__Storage__Account")]
    [InlineData("Notifier:Storage:Account", "No-Account", "3 to 24")]
    [InlineData("Notifier:Storage:Account", "@Microsoft.KeyVault(SecretUri=https://kv.example.org/secrets/A)", "Key Vault")]
    [InlineData("Notifier:Storage:EmulatorKey", "c2VjcmV0", "takes identities, not keys")]
    [InlineData("Notifier:ServiceBus:StandIn", "http://example.org:5000", "not on this machine")]
    [InlineData("Notifier:Delivery:Mode", "pigeon", "'pigeon'")]
    public void Nothing_starts_with_a_wrong_setting(string name, string? value, string said)
    {
        var settings = Settings();
        settings[name] = value;
        if (name == "Notifier:Storage:EmulatorKey")
        {
            settings["Notifier:Storage:Account"] = "stnotifier";
        }

        var refused = Assert.Throws<SettingException>(() => Build(settings));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_namespace_is_needed_where_nothing_stands_in_for_it()
    {
        var settings = Settings();
        settings["Notifier:ServiceBus:StandIn"] = null;
        Assert.Contains(
            "Notifier__ServiceBus__Namespace", Assert.Throws<SettingException>(() => Build(settings)).Message, StringComparison.Ordinal);

        settings["Notifier:ServiceBus:Namespace"] = "sb-notifier.servicebus.windows.net";
        using var host = Build(settings);
        Assert.NotNull(host.Services.GetRequiredService<IQueueSender>());
    }

    [Fact]
    public async Task Messages_are_sent_to_the_queue_that_the_trigger_of_the_same_setting_waits_on()
    {
        var clock = new FakeClock(OakHill.At(2026, 10, 14, 7));
        await using var bus = await ServiceBusStandIn.StartAsync(clock, new HashSet<string> { "oak-notices" });
        var settings = Settings(bus.Endpoint.ToString());
        settings["NoticesDueQueue"] = "oak-notices";
        using var host = Build(settings, clock);

        await host.Services.GetRequiredService<IQueueSender>().SendAsync(
            QueueNames.NoticesDue, [new QueueMessage { MessageId = "m1", Body = "{}"u8.ToArray() }], CancellationToken.None);

        Assert.Equal("oak-notices", Assert.Single(bus.Requests).Queue);
    }

    [Theory]
    [InlineData("/api/health", 200, "healthy")]
    [InlineData("/api/elsewhere", 404, "")]
    public async Task Requests_reach_the_routes_of_the_web_project(string path, int status, string answer)
    {
        using var host = Build(Settings());
        var function = ActivatorUtilities.CreateInstance<Web>(host.Services);
        await using var scope = host.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (context.Request.Method, context.Request.Path, context.Response.Body) = ("GET", path, body);
        // The host has chosen the function itself before.
        context.SetEndpoint(new Endpoint(_ => throw new InvalidOperationException("called itself"), null, "Web"));

        await function.Run(context.Request, CancellationToken.None);

        Assert.Equal((status, answer), (context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray())));
    }

    [Theory]
    [InlineData(null, 404)]
    [InlineData("0123456789-0123456789-0123456789", 401)]
    public async Task Schedule_changes_are_posted_only_where_a_key_is_set(string? key, int status)
    {
        var settings = Settings();
        settings["Notifier:SchoolOffice:ApiKey"] = key;
        using var host = Build(settings);
        var function = ActivatorUtilities.CreateInstance<Web>(host.Services);
        await using var scope = host.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (context.Request.Method, context.Request.Path) = ("POST", "/api/schedule-changes");

        await function.Run(context.Request, CancellationToken.None);

        Assert.Equal(status, context.Response.StatusCode);
    }

    [Fact]
    public void A_short_key_of_the_school_office_is_refused_without_being_shown()
    {
        var settings = Settings();
        settings["Notifier:SchoolOffice:OtherApiKey"] = "letmein";

        var refused = Assert.Throws<SettingException>(() => Build(settings));

        Assert.Contains("Notifier:SchoolOffice:OtherApiKey", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("letmein", refused.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Settings(string standIn = "http://127.0.0.1:1") => new()
    {
        ["Notifier:Storage:Account"] = "azurite",
        ["Notifier:ServiceBus:StandIn"] = standIn,
        ["Notifier:ServiceBus:StandInKeyName"] = ServiceBusStandIn.KeyName,
        ["Notifier:ServiceBus:StandInKey"] = ServiceBusStandIn.Key,
        ["Notifier:Delivery:Mode"] = "outbox",
        ["Notifier:Outbox:Folder"] = "never-written",
    };

    private static IHost Build(Dictionary<string, string?> settings, FakeClock? clock = null)
    {
        var builder = Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddNotifier(builder.Configuration, clock ?? new FakeClock(OakHill.At(2026, 10, 14, 7)));
        return builder.Build();
    }
}
