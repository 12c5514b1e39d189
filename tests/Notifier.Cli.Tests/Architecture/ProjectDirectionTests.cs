using System.Xml.Linq;

namespace Notifier.Cli.Tests.Architecture;

/// <summary>Domain, then Application, then Adapters and Web, then the two homes: references point inwards only.</summary>
public sealed class ProjectDirectionTests
{
    [Theory]
    [InlineData("Notifier.Domain")]
    [InlineData("Notifier.Application", "Notifier.Domain")]
    [InlineData("Notifier.Adapters", "Notifier.Application")]
    [InlineData("Notifier.Web", "Notifier.Application")]
    [InlineData("Notifier.Functions", "Notifier.Adapters", "Notifier.Web")]
    [InlineData("Notifier.Cli", "Notifier.Functions")]
    public void A_project_refers_to_these_projects_alone(string project, params string[] allowed) =>
        Assert.Equal(allowed, References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order());

    [Fact]
    public void The_domain_depends_on_NodaTime_alone()
    {
        Assert.Equal(["NodaTime"], References("Notifier.Domain", "PackageReference"));
        Assert.Empty(References("Notifier.Domain", "FrameworkReference"));
    }

    [Fact]
    public void The_use_cases_depend_on_no_vendor() =>
        Assert.Equal(
            ["Microsoft.Extensions.Logging.Abstractions"], References("Notifier.Application", "PackageReference"));

    [Fact]
    public void Pages_and_webhooks_need_no_package() =>
        Assert.Empty(References("Notifier.Web", "PackageReference"));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Path.Combine(Repository.Source, project, project + ".csproj"))
            .Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
