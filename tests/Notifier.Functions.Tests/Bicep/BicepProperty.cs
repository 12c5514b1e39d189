namespace Notifier.Functions.Tests.Bicep;

/// <param name="Path">The keys that lead to it, joined by full stops.</param>
/// <param name="Value">Its tokens side by side; empty: an object or an array, whose own properties follow.</param>
public sealed record BicepProperty(string Path, string Value)
{
    public string Key => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>A name before a colon at the head of a line or of an object: not so in <c>a ? b : c</c>.</summary>
    public static bool IsKey(IReadOnlyList<BicepToken> tokens, int at) =>
        tokens[at].Kind is BicepTokenKind.Name or BicepTokenKind.Text
        && at + 1 < tokens.Count && tokens[at + 1].Is(":")
        && at > 0 && (tokens[at - 1].Kind == BicepTokenKind.LineEnd || tokens[at - 1].Is("{") || tokens[at - 1].Is(","));

    public static IReadOnlyList<BicepProperty> Of(IReadOnlyList<BicepToken> tokens)
    {
        var found = new List<BicepProperty>();
        var above = new Stack<string>();
        var key = "";
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsKey(tokens, i))
            {
                key = tokens[i].Value;
                found.Add(new(string.Join('.', above.Reverse().Append(key).Where(part => part.Length > 0)), ValueAt(tokens, i + 2)));
            }
            else if (tokens[i].Is("{") || tokens[i].Is("["))
            {
                above.Push(key);
                key = "";
            }
            else if (tokens[i].Is("}") || tokens[i].Is("]"))
            {
                key = above.TryPop(out var outer) ? outer : "";
            }
        }

        return found;
    }

    private static string ValueAt(IReadOnlyList<BicepToken> tokens, int at) =>
        string.Concat(tokens.Skip(at).TakeWhile(token => token.Kind != BicepTokenKind.LineEnd && !token.Is("{") && !token.Is("["))
            .Select(token => token.Value));
}
