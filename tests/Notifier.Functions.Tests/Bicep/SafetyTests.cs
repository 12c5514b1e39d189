using System.Text.RegularExpressions;

namespace Notifier.Functions.Tests.Bicep;

/// <summary>Nothing secret in settings or outputs, no doors beside the identity, roles in one place.</summary>
public sealed partial class SafetyTests
{
    private const string VaultReference = "@Microsoft.KeyVault(SecretUri=";

    private static readonly string[] SecretWords = ["Secret", "Password", "ApiKey", "AuthToken", "AccountKey", "SharedAccess"];

    [Fact]
    public void A_secret_among_the_settings_is_a_reference_to_the_vault()
    {
        var secrets = Infra.Settings.Where(setting => SecretWords.Any(word => setting.Key.Contains(word, StringComparison.OrdinalIgnoreCase)));

        Assert.Equal(["Notifier__SchoolOffice__ApiKey", "Notifier__SendGrid__ApiKey", "Notifier__Twilio__AuthToken"], secrets.Select(setting => setting.Key).Order());
        Assert.All(secrets, setting => Assert.StartsWith(VaultReference, setting.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_hooks_write_the_secrets_that_the_settings_refer_to()
    {
        var names = Infra.Settings.Values.Where(value => value.StartsWith(VaultReference, StringComparison.Ordinal))
            .Select(value => value.Split('/')[^2]);
        foreach (var hook in new[] { "postprovision.sh", "postprovision.ps1" })
        {
            var script = File.ReadAllText(Path.Combine(Infra.Root, "infra", "hooks", hook));
            Assert.All(names, name => Assert.Matches($@"(?im)^ *(secret|Save-Secret) '?{name}'? ", script));
        }
    }

    [Fact]
    public void The_app_may_read_the_length_of_its_queues_unless_somebody_says_otherwise() =>
        Assert.Equal("true", Assert.Single(Infra.Main.Named("serviceBusOwner").Body).Value);

    [Fact]
    public void No_template_reads_a_key_or_takes_a_secret()
    {
        foreach (var file in Infra.All)
        {
            var text = File.ReadAllText(file.Path);
            Assert.DoesNotContain("listKeys", text, StringComparison.Ordinal);
            Assert.DoesNotContain("@secure", text, StringComparison.Ordinal);
            Assert.DoesNotContain("InstrumentationKey", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_output_is_a_name_an_address_or_an_id()
    {
        // azd copies outputs into files on the operator's machine.
        var outputs = Infra.All.SelectMany(file => file.All("output")).ToList();

        Assert.NotEmpty(outputs);
        Assert.All(outputs, output => Assert.Matches(HarmlessOutput(), string.Concat(output.Body.Select(token => token.Value))));
    }

    [Fact]
    public void Keys_are_off_and_only_encrypted_calls_are_taken()
    {
        var accounts = Resources("storage", "Microsoft.Storage/storageAccounts@");
        var closed = Infra.Module("storage").Named("closed").Properties.ToDictionary(property => property.Key, property => property.Value);

        Assert.Equal(2, accounts.Count);
        Assert.All(accounts, account => Assert.Contains(account.Properties, property => property is { Path: "properties", Value: "closed" }));
        Assert.Equal(
            ("false", "false", "TLS1_2", "true"),
            (closed["allowSharedKeyAccess"], closed["allowBlobPublicAccess"], closed["minimumTlsVersion"], closed["supportsHttpsTrafficOnly"]));
        Has("messaging", "Microsoft.ServiceBus/namespaces@", "properties.disableLocalAuth", "true");
        Has("messaging", "Microsoft.ServiceBus/namespaces@", "properties.minimumTlsVersion", "1.2");
        Has("monitoring", "Microsoft.Insights/components@", "properties.DisableLocalAuth", "true");
        Has("secrets", "Microsoft.KeyVault/vaults@", "properties.enableRbacAuthorization", "true");
        Has("functions", "Microsoft.Web/sites@", "properties.httpsOnly", "true");
        Has("functions", "Microsoft.Web/sites/basicPublishingCredentialsPolicies@", "properties.allow", "false");
    }

    [Fact]
    public void Every_role_assignment_stands_in_the_access_module_and_names_what_it_is_for()
    {
        Assert.All(
            Infra.All.Where(file => file.All("resource").Any(resource => resource.Target.StartsWith("Microsoft.Authorization/roleAssignments", StringComparison.Ordinal))),
            file => Assert.Equal("access.bicep", Path.GetFileName(file.Path)));

        var access = Infra.Module("access");
        foreach (var assignment in access.All("resource").Where(resource => !resource.IsExisting))
        {
            var properties = assignment.Properties.ToDictionary(property => property.Path, property => property.Value);
            var scope = properties["scope"];
            var role = properties["properties.roleDefinitionId"].Split("roles.")[^1].TrimEnd(')');
            Assert.Equal($"guid({scope}.id,{properties["properties.principalId"]},roles.{role})", properties["name"]);
            Assert.Contains(access.Named("roles").Properties, known => known.Key == role && Guid.TryParse(known.Value, out _));
        }
    }

    [Fact]
    public void Whoever_is_not_signed_in_reaches_health_and_what_checks_its_caller_itself()
    {
        var signIn = Infra.Module("sign-in");

        Assert.Equal(["/api/health", "/api/schedule-changes", "/api/webhooks/*"], signIn.Texts("openPaths"));
        Has("sign-in", "Microsoft.Web/sites/config@", "properties.globalValidation.excludedPaths", "openPaths");
        Has("sign-in", "Microsoft.Web/sites/config@", "properties.globalValidation.requireAuthentication", "true");
        Has("sign-in", "Microsoft.Web/sites/config@", "properties.globalValidation.unauthenticatedClientAction", "Return401");
        Has("sign-in", "Microsoft.Web/sites/config@", "properties.platform.enabled", "true");
    }

    // A new kind of output is looked at by whoever adds it here.
    [GeneratedRegex(@"^(\w+\.name|identity\.properties\.principalId|\w+\.outputs\.(name|dataAccountName|publicUrl)|location|address|tenant\(\)\.tenantId)$")]
    private static partial Regex HarmlessOutput();

    private static void Has(string module, string type, string path, string value) =>
        Assert.All(Resources(module, type), resource => Assert.Contains(new BicepProperty(path, value), resource.Properties));

    private static List<BicepDeclaration> Resources(string module, string type)
    {
        var found = Infra.Module(module).All("resource")
            .Where(resource => !resource.IsExisting && resource.Target.StartsWith(type, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(found);
        return found;
    }
}
