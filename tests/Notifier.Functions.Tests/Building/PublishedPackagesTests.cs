using System.Diagnostics;
using System.Text.Json;
using Notifier.Testing;

namespace Notifier.Functions.Tests.Building;

/// <summary>Which packages a build asks for, as NuGet sees it.</summary>
public sealed class PublishedPackagesTests
{
    [Fact]
    public void Published_it_is_the_isolated_worker_of_the_official_packages() =>
        Assert.Equal(
            [
                "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
                "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus", "Microsoft.Azure.Functions.Worker.Extensions.Timer",
                "Microsoft.Azure.Functions.Worker.Sdk",
            ],
            WorkerPackages("Notifier.Functions", "-p:_IsPublishing=true"));

    [Fact]
    public void Built_it_needs_none_of_them() => Assert.Empty(WorkerPackages("Notifier.Functions"));

    [Fact]
    public void Published_it_is_compiled_ahead_for_the_instances_of_Azure_and_leaves_the_runtime_to_them() =>
        // Not by _IsPublishing, on which the SDK would fill in the machine it runs on.
        Assert.Equal(("linux-x64", "false", "true"), Compiled("-p:AzureWorker=true"));

    [Fact]
    public void Built_it_is_for_any_machine() => Assert.Equal(("", "", ""), Compiled());

    [Fact]
    public void An_advisory_on_a_package_is_told_and_stops_no_deployment()
    {
        var settings = Properties(["TreatWarningsAsErrors", "WarningsNotAsErrors"]);

        Assert.Equal("true", settings["TreatWarningsAsErrors"]);
        Assert.All(
            ["NU1900", "NU1901", "NU1902", "NU1903", "NU1904"],
            code => Assert.Contains(code, settings["WarningsNotAsErrors"].Split(';')));
    }

    [Fact]
    public void Publishing_the_command_asks_for_none_of_them() =>
        Assert.Empty(WorkerPackages("Notifier.Cli", "-p:_IsPublishing=true"));

    [Fact]
    public void A_project_that_is_referred_to_does_not_take_itself_for_the_published_one()
    {
        var references = JsonDocument.Parse(MSBuild("Notifier.Cli", "-getItem:ProjectReference", "-p:_IsPublishing=true"));

        Assert.All(
            references.RootElement.GetProperty("Items").GetProperty("ProjectReference").EnumerateArray(),
            reference => Assert.Equal("_IsPublishing", reference.GetProperty("GlobalPropertiesToRemove").GetString()));
    }

    private static (string Runtime, string Contained, string Ahead) Compiled(params string[] more)
    {
        var settings = Properties(["RuntimeIdentifier", "SelfContained", "PublishReadyToRun"], more);
        return (settings["RuntimeIdentifier"], settings["SelfContained"], settings["PublishReadyToRun"]);
    }

    private static Dictionary<string, string> Properties(string[] names, params string[] more)
    {
        var read = JsonDocument.Parse(MSBuild("Notifier.Functions", [$"-getProperty:{string.Join(',', names)}", .. more]));
        return read.RootElement.GetProperty("Properties").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!);
    }

    private static IEnumerable<string> WorkerPackages(string project, params string[] more)
    {
        using var folder = new TempFolder();
        var graph = folder.File("graph.json");
        MSBuild(project, ["-t:GenerateRestoreGraphFile", $"-p:RestoreGraphOutputPath={graph}", .. more]);
        using var json = JsonDocument.Parse(File.ReadAllText(graph));
        var functions = json.RootElement.GetProperty("projects").EnumerateObject()
            .Single(one => one.Name.EndsWith("Notifier.Functions.csproj", StringComparison.Ordinal)).Value;
        var framework = functions.GetProperty("frameworks").EnumerateObject().Single().Value;
        return [.. framework.GetProperty("dependencies").EnumerateObject().Select(one => one.Name)
            .Where(name => name.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal)).Order()];
    }

    private static string MSBuild(string project, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["msbuild", Path.Combine(Repository.Root, "src", project), "-nologo", "-v:q", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.Result);
        return output;
    }
}
