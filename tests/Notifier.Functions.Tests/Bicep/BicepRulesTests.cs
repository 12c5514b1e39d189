using System.Text.RegularExpressions;

namespace Notifier.Functions.Tests.Bicep;

/// <summary>What the Bicep compiler would refuse or warn of, as far as it can be told without it.</summary>
public sealed partial class BicepRulesTests
{
    // Those that infra calls; a new one is looked up in the documentation of Bicep and added.
    private static readonly HashSet<string> Functions =
    [
        "empty", "environment", "guid", "join", "subscription", "subscriptionResourceId", "tenant", "toLower", "union", "uniqueString",
    ];

    public static TheoryData<string> Files => [.. Infra.All.Select(file => Path.GetRelativePath(Infra.Root, file.Path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_parameter_says_what_it_is(string path)
    {
        var silent = File(path).All("param").Where(parameter => parameter.Description.Length == 0);

        Assert.True(!silent.Any(), $"Put @description('...') above the parameter: {Places(silent)}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_name_is_declared_once(string path)
    {
        var twice = File(path).Declarations.Where(declaration => declaration.Kind != "output")
            .GroupBy(declaration => declaration.Name).Where(same => same.Count() > 1).SelectMany(same => same);

        Assert.True(!twice.Any(), $"Declared twice: {Places(twice)}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_used_is_declared(string path)
    {
        var file = File(path);
        var declared = file.Declarations.Where(declaration => declaration.Kind != "output").Select(declaration => declaration.Name);
        var unknown = file.Declarations.SelectMany(declaration => declaration.References)
            .Where(name => !declared.Contains(name.Value)).Select(name => $"line {name.Line}: {name.Value}");
        var uncallable = file.Declarations.SelectMany(declaration => declaration.Calls)
            .Where(name => !Functions.Contains(name.Value)).Select(name => $"line {name.Line}: {name.Value}(...)");

        Assert.True(!unknown.Concat(uncallable).Any(), $"Not declared in {path}: {string.Join(", ", unknown.Concat(uncallable))}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_declared_is_used(string path)
    {
        var file = File(path);
        var used = file.Declarations.SelectMany(declaration => declaration.References.Where(name => name.Value != declaration.Name))
            .Select(name => name.Value).ToHashSet(StringComparer.Ordinal);
        var unused = file.Declarations.Where(declaration =>
            (declaration.Kind is "param" or "var" || declaration.IsExisting) && !used.Contains(declaration.Name));

        Assert.True(!unused.Any(), $"Nothing uses: {Places(unused)}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_resource_names_its_type_and_the_version_of_its_api(string path)
    {
        var wrong = File(path).All("resource").Where(resource => !TypeAndVersion().IsMatch(resource.Target));

        Assert.True(!wrong.Any(), $"Write 'Microsoft.Kind/type@yyyy-MM-dd': {Places(wrong)}");
    }

    [Fact]
    public void A_type_has_one_version_everywhere()
    {
        var several = Infra.All.SelectMany(file => file.All("resource")).Select(resource => resource.Target).Distinct()
            .GroupBy(target => target.Split('@')[0]).Where(versions => versions.Count() > 1).SelectMany(versions => versions);

        Assert.Empty(several);
    }

    [Fact]
    public void A_module_is_given_what_it_asks_for_and_nothing_else()
    {
        foreach (var module in Infra.Main.All("module"))
        {
            var file = BicepFile.Read(Path.Combine(Infra.Root, "infra", module.Target));
            var given = module.Properties.Where(property => property.Path == $"params.{property.Key}").Select(property => property.Key).ToList();
            var missing = file.All("param").Where(parameter => parameter.Body.Count == 0).Select(parameter => parameter.Name).Except(given);
            var unknown = given.Except(file.All("param").Select(parameter => parameter.Name));

            Assert.True(!missing.Any(), $"{module.Place}: {module.Target} also asks for {string.Join(", ", missing)}");
            Assert.True(!unknown.Any(), $"{module.Place}: {module.Target} has no parameter {string.Join(", ", unknown)}");
        }
    }

    [Fact]
    public void What_is_read_from_a_module_is_among_its_outputs()
    {
        foreach (var body in Infra.Main.Declarations.Select(declaration => declaration.Body))
        {
            for (var i = 4; i < body.Count; i++)
            {
                if (body[i - 3].Is(".") && body[i - 2].Is("outputs"))
                {
                    var module = Infra.Main.Named(body[i - 4].Value);
                    var outputs = BicepFile.Read(Path.Combine(Infra.Root, "infra", module.Target)).All("output").Select(output => output.Name);
                    Assert.True(outputs.Contains(body[i].Value), $"line {body[i].Line}: {module.Target} has no output {body[i].Value}.");
                }
            }
        }
    }

    [Fact]
    public void The_parameter_file_fills_every_parameter_of_main_and_no_other()
    {
        var given = Infra.Json("infra", "main.parameters.json").GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name);

        Assert.Equal(Infra.Main.All("param").Select(parameter => parameter.Name).Order(), given.Order());
    }

    [Fact]
    public void The_parameter_file_ships_the_defaults_of_main()
    {
        foreach (var parameter in Infra.Json("infra", "main.parameters.json").GetProperty("parameters").EnumerateObject())
        {
            var text = parameter.Value.GetProperty("value").GetString()!;
            var shipped = Infra.Main.Named(parameter.Name).Body;
            if (text.IndexOf('=', StringComparison.Ordinal) is var equals and >= 0)
            {
                Assert.Equal(string.Concat(shipped.Select(token => token.Value)), text[(equals + 1)..^1]);
            }
        }
    }

    private static BicepFile File(string path) => Infra.All.Single(file => Path.GetRelativePath(Infra.Root, file.Path) == path);

    private static string Places(IEnumerable<BicepDeclaration> declarations) =>
        string.Join("; ", declarations.Select(declaration => $"{declaration.Place}: {declaration.Name}"));

    [GeneratedRegex(@"^Microsoft\.[A-Za-z]+(/[A-Za-z]+)+@\d{4}-\d{2}-\d{2}(-preview)?$")]
    private static partial Regex TypeAndVersion();
}
