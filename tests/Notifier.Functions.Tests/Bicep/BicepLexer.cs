namespace Notifier.Functions.Tests.Bicep;

/// <summary>Cuts a Bicep file into tokens; what stands in <c>${...}</c> of a text is cut like the rest.</summary>
public sealed class BicepLexer
{
    private readonly string source;
    private readonly List<BicepToken> tokens = [];
    private readonly Stack<BicepToken> open = [];
    private int at;
    private int line = 1;

    private BicepLexer(string source) => this.source = source;

    private char Current => at < source.Length ? source[at] : '\0';

    /// <exception cref="FormatException">A bracket or a text is not closed, or a character does not belong here.</exception>
    public static IReadOnlyList<BicepToken> Read(string source)
    {
        var lexer = new BicepLexer(source);
        lexer.ReadCode(insideText: false);
        return lexer.tokens;
    }

    private void ReadCode(bool insideText)
    {
        var depth = open.Count;
        while (Current != '\0')
        {
            if (insideText && Current == '}' && open.Count == depth)
            {
                return;
            }

            ReadOne();
        }

        if (insideText || open.Count > 0)
        {
            var last = open.Count > 0 ? open.Peek() : tokens[^1];
            throw new FormatException($"line {last.Line}: '{last.Value}' is not closed.");
        }
    }

    private void ReadOne()
    {
        if (Current == '\n')
        {
            Add(BicepTokenKind.LineEnd, "");
            line++;
            at++;
        }
        else if (char.IsWhiteSpace(Current))
        {
            at++;
        }
        else if (source.AsSpan(at).StartsWith("//"))
        {
            at = End(source.IndexOf('\n', at));
        }
        else if (Current == '\'')
        {
            ReadText();
        }
        else if (char.IsAsciiLetter(Current) || Current == '_')
        {
            Add(BicepTokenKind.Name, Take(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
        }
        else if (char.IsAsciiDigit(Current))
        {
            Add(BicepTokenKind.Number, Take(char.IsAsciiDigit));
        }
        else
        {
            ReadSign();
        }
    }

    private void ReadSign()
    {
        if (!"@(){}[]=:.,?!<>&|+-*/%".Contains(Current, StringComparison.Ordinal))
        {
            throw new FormatException($"line {line}: '{Current}' does not belong here.");
        }

        Add(BicepTokenKind.Sign, Current.ToString());
        var sign = tokens[^1];
        at++;
        if ("({[".Contains(sign.Value, StringComparison.Ordinal))
        {
            open.Push(sign);
        }
        else if (")}]".IndexOf(sign.Value, StringComparison.Ordinal) is var kind and >= 0
            && (!open.TryPop(out var opened) || opened.Value != "({["[kind].ToString()))
        {
            throw new FormatException($"line {line}: '{sign.Value}' closes nothing.");
        }
    }

    private void ReadText()
    {
        var (start, from) = (line, ++at);
        while (Current != '\'')
        {
            if (Current is '\0' or '\n')
            {
                throw new FormatException($"line {start}: a text is not closed.");
            }

            if (source.AsSpan(at).StartsWith("${"))
            {
                Add(BicepTokenKind.Text, source[from..at]);
                at += 2;
                ReadCode(insideText: true);
                from = ++at;
                continue;
            }

            at += Current == '\\' ? 2 : 1;
        }

        Add(BicepTokenKind.Text, source[from..at]);
        at++;
    }

    private string Take(Func<char, bool> belongs)
    {
        var from = at;
        while (belongs(Current))
        {
            at++;
        }

        return source[from..at];
    }

    private int End(int found) => found < 0 ? source.Length : found;

    private void Add(BicepTokenKind kind, string value) => tokens.Add(new(kind, value, line));
}
