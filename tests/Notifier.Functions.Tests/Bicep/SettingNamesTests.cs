using System.Text.RegularExpressions;
using Notifier.Web;

namespace Notifier.Functions.Tests.Bicep;

/// <summary>The names of the app's own settings: what Bicep writes is read, and what must be there is written.</summary>
public sealed partial class SettingNamesTests
{
    private static readonly string[] Sections = ["Delivery", "SchoolOffice", "SendGrid", "ServiceBus", "Storage", "Twilio", "Web"];

    private static readonly IReadOnlyList<string> Sources =
    [
        .. Directory.EnumerateFiles(Path.Combine(Infra.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Where(source => source.Contains("\"Notifier:", StringComparison.Ordinal)),
    ];

    private static IEnumerable<(string Section, string Name)> Written =>
        from setting in Infra.Settings.Keys
        where setting.StartsWith("Notifier__", StringComparison.Ordinal)
        let parts = setting.Split("__")
        select (parts[1], parts[2]);

    [Fact]
    public void Every_section_that_Bicep_writes_is_one_of_the_notifier() =>
        Assert.Empty(Written.Select(setting => setting.Section).Except(Sections));

    [Fact]
    public void What_Bicep_writes_for_a_section_the_code_reads()
    {
        foreach (var (section, name) in Written)
        {
            var readers = Sources.Where(source => source.Contains($"\"Notifier:{section}", StringComparison.Ordinal)).ToList();
            Assert.True(
                readers.Count == 0
                    || readers.Exists(source => source.Contains($"\"Notifier:{section}:{name}\"", StringComparison.Ordinal))
                    || readers.Exists(source => source.Contains($"\"{name}\"", StringComparison.Ordinal)),
                $"Nothing reads Notifier__{section}__{name}, which infra/modules/functions.bicep writes.");
        }
    }

    [Fact]
    public void What_the_code_requires_Bicep_writes()
    {
        var required = Sources.SelectMany(RequiredIn).Where(setting => Sections.Contains(setting.Section)).ToList();

        Assert.Contains(("Storage", "Account"), required);
        foreach (var setting in required)
        {
            Assert.True(
                Written.Contains(setting),
                $"infra/modules/functions.bicep lacks Notifier__{setting.Section}__{setting.Name}, which the code requires.");
        }
    }

    [Fact]
    public void The_public_address_is_written_without_the_route_prefix_which_the_app_adds() =>
        Assert.DoesNotContain("api", Infra.Settings["Notifier__Web__PublicUrl"], StringComparison.Ordinal);

    [Fact]
    public void The_app_adds_the_route_prefix_of_the_host() => Assert.Equal(
        WebEntrance.PathBase, $"/{Infra.Json("host.json").GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString()}");

    // Required by its full name, or by its name in a file that reads one section.
    private static IEnumerable<(string Section, string Name)> RequiredIn(string source)
    {
        var full = FullName().Matches(source).Select(match => (match.Groups[1].Value, match.Groups[2].Value));
        var section = ReadSection().Match(source);
        return section.Success
            ? full.Concat(ShortName().Matches(source).Select(match => (section.Groups[1].Value, match.Groups[1].Value)))
            : full;
    }

    [GeneratedRegex("Require\\(\\s*configuration, \"Notifier:(\\w+):(\\w+)\"")]
    private static partial Regex FullName();

    [GeneratedRegex("new SettingReader\\(\"Notifier:(\\w+)\"")]
    private static partial Regex ReadSection();

    [GeneratedRegex("\\.Required\\(\"(\\w+)\"")]
    private static partial Regex ShortName();
}
