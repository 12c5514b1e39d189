using System.Text.RegularExpressions;
using Notifier.Web;

namespace Notifier.Functions.Tests.Bicep;

/// <summary>What azd runs before and after it makes the resources, for both kinds of shells alike.</summary>
public sealed partial class HookTests
{
    // azd's own, and the one that a person sets for one run.
    private static readonly string[] Given = ["AZURE_SUBSCRIPTION_ID", "NOTIFIER_REPLACE_SECRETS"];

    public static TheoryData<string> After => ["postprovision.sh", "postprovision.ps1"];

    public static TheoryData<string> All => ["preprovision.sh", "preprovision.ps1", "postprovision.sh", "postprovision.ps1"];

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_hook_reads_is_an_output_or_a_value_of_the_parameter_file(string hook)
    {
        var known = Infra.Main.All("output").Select(output => output.Name)
            .Concat(Variable().Matches(File.ReadAllText(Path.Combine(Infra.Root, "infra", "main.parameters.json"))).Select(match => match.Value))
            .Concat(Given);
        var read = Read().Matches(Script(hook)).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(read);
        Assert.Empty(read.Except(known));
    }

    [Theory]
    [MemberData(nameof(After))]
    public void When_the_secrets_are_stored_the_references_to_them_are_read_again(string hook)
    {
        var script = Script(hook).Replace("$env:", "$", StringComparison.Ordinal);
        var settings = script.IndexOf(
            "/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$AZURE_FUNCTION_NAME"
            + "/config/configreferences/appsettings\"",
            StringComparison.Ordinal);
        var asked = script.IndexOf(
            "az rest --method post --output none --url \"https://management.azure.com$settings/refresh?api-version=2022-03-01\"",
            StringComparison.Ordinal);

        Assert.True(Stored().Matches(script).Max(match => match.Index) < settings, $"{hook} asks before the last secret is stored.");
        Assert.True(settings < asked, $"{hook} does not ask App Service to read the references again.");
    }

    [Theory]
    [MemberData(nameof(After))]
    public void A_key_of_the_school_office_that_the_app_would_refuse_is_not_stored(string hook) =>
        Assert.Matches($@"(?m)^ *(secret|Save-Secret) '?school-office-key'? '[^']*' {SchoolOfficeKey.Shortest}$", Script(hook));

    [Theory]
    [MemberData(nameof(After))]
    public void The_operator_waits_for_a_role_as_long_as_Azure_may_take(string hook)
    {
        var script = Script(hook);
        var tries = int.Parse(Tries().Match(script).Groups[1].Value, null);
        var pause = int.Parse(Pause().Match(script).Groups[1].Value, null);

        Assert.True(tries * pause >= 600, $"{hook} gives up after {tries * pause} s; a role may take ten minutes.");
    }

    private static string Script(string hook) => File.ReadAllText(Path.Combine(Infra.Root, "infra", "hooks", hook));

    [GeneratedRegex(@"\$\{?(?:env:)?((?:AZURE|NOTIFIER)_[A-Z_]+)")]
    private static partial Regex Read();

    [GeneratedRegex("(?:AZURE|NOTIFIER)_[A-Z_]+")]
    private static partial Regex Variable();

    [GeneratedRegex("(?m)^ *(secret|Save-Secret) '?[a-z]")]
    private static partial Regex Stored();

    [GeneratedRegex(@"tries""? -ge (\d+)")]
    private static partial Regex Tries();

    [GeneratedRegex(@"(?m)^ *(?:sleep|Start-Sleep -Seconds) (\d+)")]
    private static partial Regex Pause();
}
