namespace Notifier.Functions.Tests.Bicep;

/// <summary>A param, var, resource, module or output.</summary>
public sealed record BicepDeclaration
{
    public required string Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>File and line, for whoever must mend it.</summary>
    public required string Place { get; init; }

    /// <summary>Of a resource: type@version; of a module: the file; else empty.</summary>
    public required string Target { get; init; }

    public required bool IsExisting { get; init; }

    /// <summary>What its <c>@description</c> says; empty: there is none.</summary>
    public required string Description { get; init; }

    /// <summary>Everything behind the equals sign; empty: a parameter without default.</summary>
    public required IReadOnlyList<BicepToken> Body { get; init; }

    /// <summary>The functions its body calls.</summary>
    public IEnumerable<BicepToken> Calls => Names.Where(name => name.IsCall).Select(name => name.Token);

    /// <summary>The names of other declarations in its body.</summary>
    public IEnumerable<BicepToken> References
    {
        get
        {
            var own = Body.Zip(Body.Skip(1)).Where(pair => pair.First.Is("for")).Select(pair => pair.Second.Value)
                .Concat(["for", "in", "true", "false", "null"]).ToHashSet(StringComparer.Ordinal);
            return Names.Where(name => !name.IsCall && !own.Contains(name.Token.Value)).Select(name => name.Token);
        }
    }

    /// <summary>Every property below the body with its path; an element of an array counts as what it stands in.</summary>
    public IReadOnlyList<BicepProperty> Properties => BicepProperty.Of(Body);

    private IEnumerable<(BicepToken Token, bool IsCall)> Names
    {
        get
        {
            for (var i = 0; i < Body.Count; i++)
            {
                var follows = i + 1 < Body.Count ? Body[i + 1] : default;
                var isMember = i > 0 && Body[i - 1].Is(".");
                if (Body[i].Kind == BicepTokenKind.Name && !isMember && !Body[i].Is("if") && !BicepProperty.IsKey(Body, i))
                {
                    yield return (Body[i], follows.Is("("));
                }
            }
        }
    }
}
