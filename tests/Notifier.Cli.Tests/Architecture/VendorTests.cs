using System.Text.RegularExpressions;

namespace Notifier.Cli.Tests.Architecture;

/// <summary>A vendor's types stay in the one folder that speaks to it, so that swapping it is one folder's work.</summary>
public sealed class VendorTests
{
    private static readonly (string Vendor, string[] Folders)[] Homes =
    [
        ("Azure.Core", ["Notifier.Adapters/AzureRest", "Notifier.Adapters/AzureTables", "Notifier.Adapters/ServiceBus"]),
        ("Azure.Identity", ["Notifier.Adapters/AzureRest"]),
        ("CsvHelper", ["Notifier.Adapters/DistrictFolders", "Notifier.Cli/Sample"]),
        ("HandlebarsDotNet", ["Notifier.Adapters/Templates"]),
        ("Microsoft.Data.Sqlite", ["Notifier.Adapters/Sqlite", "Notifier.Adapters/DistrictFolders"]),
        ("OpenTelemetry", ["Notifier.Functions/Composition"]),
        ("SQLitePCL", ["Notifier.Adapters/Sqlite"]),
        ("NCrontab", ["Notifier.Cli/Scheduling"]),
        ("Spectre.Console", ["Notifier.Cli"]),
        ("System.CommandLine", ["Notifier.Cli"]),
        ("Microsoft.AspNetCore", ["Notifier.Web", "Notifier.Functions", "Notifier.Cli"]),
        ("Microsoft.Azure.Functions", ["Notifier.Functions", "Notifier.Cli/Scheduling"]),
    ];

    public static TheoryData<string> Vendors => [.. Homes.Select(home => home.Vendor)];

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Is_named_in_its_own_folder_alone(string vendor)
    {
        var folders = Homes.Single(home => home.Vendor == vendor).Folders;
        var name = new Regex($@"(?<![\w.]){Regex.Escape(vendor)}(?=[.;\w])");

        var strangers = Repository.CSharpFiles(Repository.Source)
            .Where(file => !folders.Any(folder => file.StartsWith(folder + "/", StringComparison.Ordinal)))
            .Where(file => File.ReadLines(Path.Combine(Repository.Source, file))
                .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .Any(line => name.IsMatch(line)));

        Assert.Empty(strangers);
    }

    [Fact]
    public void No_adapter_knows_another()
    {
        var adapters = Path.Combine(Repository.Source, "Notifier.Adapters");

        // No outside things, these two: the adapters of Azure's REST APIs stand on one, those of the providers on the other.
        var folders = Directory.EnumerateDirectories(adapters).Select(folder => Path.GetFileName(folder)!)
            .Except(["obj", "bin", "AzureRest", "Http"]).ToList();

        var meetings =
            from file in Repository.CSharpFiles(adapters)
            let own = file.Split('/')[0]
            let source = File.ReadAllText(Path.Combine(adapters, file))
            from other in folders
            where other != own && Regex.IsMatch(source, $@"Notifier\.Adapters\.{other}\b")
            select $"{file} names {other}";

        Assert.Empty(meetings);
    }
}
