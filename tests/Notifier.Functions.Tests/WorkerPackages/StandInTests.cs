using System.Reflection;
using System.Runtime.CompilerServices;
using Notifier.Testing;

namespace Notifier.Functions.Tests.WorkerPackages;

/// <summary>
/// What stands in for the worker's packages declares nothing that they do not, so the published build changes no line.
/// </summary>
public sealed class StandInTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<Type> StandIns =>
        [.. typeof(SendNotice).Assembly.GetExportedTypes().Where(type => type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(StandIns))]
    public void Has_the_name_and_the_members_of_the_official_type(Type type)
    {
        if (type.IsDefined(typeof(ExtensionAttribute)))
        {
            Assert.All(type.GetMethods(Own), method => Assert.Contains(
                $"{type.Namespace}.{method.Name}({Parameters(method)})", OfficialApi.ExtensionMethods));
            return;
        }

        Assert.True(OfficialApi.Types.TryGetValue(type.FullName!, out var official), $"{type.FullName} is in no official package.");
        Assert.Empty(Members(type).Except(official!));
    }

    [Fact]
    public void Stands_in_one_file() =>
        Assert.Single(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Notifier.Functions", "WorkerStandIns")));

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name}={(int)Enum.Parse(type, name)}");
        }

        return type.GetConstructors(Own).Select(one => $"new({Parameters(one)})")
            .Concat(type.GetProperties(Own).Select(one =>
                $"{one.PropertyType.Name} {one.Name}{(one.GetMethod is { IsPublic: true } ? " get" : "")}{(one.SetMethod is { IsPublic: true } ? " set" : "")}"))
            .Concat(type.GetMethods(Own).Where(one => !one.IsSpecialName).Select(one =>
                $"{(one.IsStatic ? "static " : "")}{one.ReturnType.Name} {one.Name}({Parameters(one)})"));
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name));
}
