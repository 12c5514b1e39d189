namespace Notifier.Functions.Tests.Bicep;

/// <summary>The declarations of a Bicep file. It knows as much of the language as infra uses.</summary>
public sealed record BicepFile(string Path, IReadOnlyList<BicepDeclaration> Declarations)
{
    private static readonly HashSet<string> Kinds = ["param", "var", "resource", "module", "output"];

    public static BicepFile Read(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        try
        {
            return Of(path, name, BicepLexer.Read(File.ReadAllText(path)));
        }
        catch (FormatException fault)
        {
            throw new FormatException($"{name}, {fault.Message}", fault);
        }
    }

    public IEnumerable<BicepDeclaration> All(string kind) => Declarations.Where(declaration => declaration.Kind == kind);

    /// <exception cref="FormatException">There is none of this name.</exception>
    public BicepDeclaration Named(string name) =>
        Declarations.FirstOrDefault(declaration => declaration.Name == name && declaration.Kind != "output")
        ?? throw new FormatException($"{System.IO.Path.GetFileName(Path)} declares no '{name}'.");

    /// <summary>The texts of an array declared by <c>var</c>.</summary>
    public IReadOnlyList<string> Texts(string variable) =>
        [.. Named(variable).Body.Where(token => token.Kind == BicepTokenKind.Text).Select(token => token.Value)];

    private static BicepFile Of(string path, string name, IReadOnlyList<BicepToken> tokens)
    {
        var declarations = new List<BicepDeclaration>();
        var described = "";
        foreach (var statement in Statements(tokens))
        {
            var (first, place) = (statement[0], $"{name}, line {statement[0].Line}");
            if (first.Is("@"))
            {
                described = statement[1].Is("description") ? statement[3].Value : described;
            }
            else if (Kinds.Contains(first.Value))
            {
                declarations.Add(Declared(statement, place, described));
                described = "";
            }
            else if (!first.Is("targetScope"))
            {
                throw new FormatException($"line {first.Line}: '{first.Value}' declares nothing.");
            }
        }

        return new(path, declarations);
    }

    private static BicepDeclaration Declared(List<BicepToken> statement, string place, string described)
    {
        var equals = statement.FindIndex(token => token.Is("="));
        if (statement[1].Kind != BicepTokenKind.Name || (equals < 0 && !statement[0].Is("param")))
        {
            throw new FormatException($"line {statement[0].Line}: write '{statement[0].Value} NAME ... = ...'.");
        }

        return new()
        {
            Kind = statement[0].Value,
            Name = statement[1].Value,
            Place = place,
            Target = statement[2].Kind == BicepTokenKind.Text ? statement[2].Value : "",
            IsExisting = statement[3 < statement.Count ? 3 : 0].Is("existing"),
            Description = described,
            Body = equals < 0 ? [] : statement[(equals + 1)..],
        };
    }

    // A statement ends where a line ends outside all brackets.
    private static IEnumerable<List<BicepToken>> Statements(IReadOnlyList<BicepToken> tokens)
    {
        var statement = new List<BicepToken>();
        var depth = 0;
        foreach (var token in tokens.Append(new(BicepTokenKind.LineEnd, "", 0)))
        {
            depth += token.Is("{") || token.Is("[") || token.Is("(") ? 1 : token.Is("}") || token.Is("]") || token.Is(")") ? -1 : 0;
            if (token.Kind != BicepTokenKind.LineEnd || depth > 0)
            {
                statement.Add(token);
            }
            else if (statement.Count > 0)
            {
                yield return statement;
                statement = [];
            }
        }
    }
}
