using System.Text;
using System.Text.RegularExpressions;

namespace Notifier.Adapters.Templates;

/// <summary>Lays a letter out, once as plain text and once as HTML that reads well on a phone and with a screen reader.</summary>
internal static partial class MailLayout
{
    /// <summary>
    /// A text message, a subject or a line: all white space becomes single spaces, and a full stop after <c>p.m.</c> is
    /// not doubled.
    /// </summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace(".m..", ".m.", StringComparison.Ordinal);

    /// <summary>Blank lines part paragraphs; other line breaks inside a paragraph mean nothing.</summary>
    public static IReadOnlyList<MailBlock> Read(string text)
    {
        var blocks = new List<MailBlock>();
        var open = false;
        foreach (var raw in text.Split('\n'))
        {
            var line = OneLine(raw);
            if (line.Length == 0)
            {
                open = false;
                continue;
            }

            var (kind, content) = KindOf(line);
            if (open && blocks[^1].Kind == kind && kind == MailBlockKind.Paragraph)
            {
                blocks[^1].Lines[0] += $" {content}";
            }
            else if (open && blocks[^1].Kind == kind && kind is MailBlockKind.Facts or MailBlockKind.List)
            {
                blocks[^1].Lines.Add(content);
            }
            else
            {
                blocks.Add(new MailBlock(kind, [content]));
            }

            open = true;
        }

        return blocks;
    }

    public static string ToText(IReadOnlyList<MailBlock> blocks)
    {
        var text = new StringBuilder();
        var afterHeading = false;
        foreach (var block in blocks)
        {
            if (text.Length > 0 && !afterHeading)
            {
                text.Append('\n');
            }

            foreach (var line in block.Kind == MailBlockKind.Footer ? ["---"] : block.Lines)
            {
                text.Append(block.Kind switch
                {
                    MailBlockKind.Facts => "    ",
                    MailBlockKind.List => "- ",
                    _ => "",
                }).Append(line).Append('\n');
            }

            afterHeading = block.Kind == MailBlockKind.Heading;
        }

        return text.ToString();
    }

    public static string ToHtml(string language, string title, IReadOnlyList<MailBlock> blocks)
    {
        var html = new StringBuilder(4096);
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(language).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(Escape(title))
            .Append("</title>\n</head>\n<body style=\"margin:0;background:#f2f4f7\">\n<main style=\"max-width:36em;margin:0 auto;")
            .Append("padding:24px 20px;background:#ffffff;color:#1b1b1b;font:17px/1.5 Arial,Helvetica,sans-serif\">\n")
            .Append("<h1 style=\"margin:0 0 20px;font-size:23px;line-height:1.3\">").Append(Escape(title)).Append("</h1>\n");
        var inFooter = false;
        foreach (var block in blocks)
        {
            AppendHtml(html, block);
            inFooter |= block.Kind == MailBlockKind.Footer;
        }

        return html.Append(inFooter ? "</div>\n" : "").Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void AppendHtml(StringBuilder html, MailBlock block)
    {
        switch (block.Kind)
        {
            case MailBlockKind.Heading:
                html.Append("<h2 style=\"margin:24px 0 8px;font-size:19px\">").Append(Linked(block.Lines[0])).Append("</h2>\n");
                break;
            case MailBlockKind.Facts:
                html.Append("<p style=\"margin:0 0 16px;padding:12px 16px;background:#eaf1fb;border-left:4px solid #1a5fb4\">\n")
                    .AppendJoin("<br>\n", block.Lines.Select(Fact)).Append("\n</p>\n");
                break;
            case MailBlockKind.List:
                html.Append("<ul style=\"margin:0 0 16px;padding-left:24px\">\n");
                foreach (var line in block.Lines)
                {
                    html.Append("<li>").Append(Linked(line)).Append("</li>\n");
                }

                html.Append("</ul>\n");
                break;
            case MailBlockKind.Footer:
                html.Append("<div style=\"margin-top:28px;padding-top:4px;border-top:1px solid #767676;color:#454545;font-size:15px\">\n");
                break;
            default:
                html.Append("<p style=\"margin:0 0 16px\">").Append(Linked(block.Lines[0])).Append("</p>\n");
                break;
        }
    }

    private static (MailBlockKind Kind, string Content) KindOf(string line) => line switch
    {
        "---" => (MailBlockKind.Footer, ""),
        _ when line.StartsWith("## ", StringComparison.Ordinal) => (MailBlockKind.Heading, line[3..]),
        _ when line.StartsWith("> ", StringComparison.Ordinal) => (MailBlockKind.Facts, line[2..]),
        _ when line.StartsWith("- ", StringComparison.Ordinal) => (MailBlockKind.List, line[2..]),
        _ => (MailBlockKind.Paragraph, line),
    };

    // "Day: Friday" with the value in bold.
    private static string Fact(string line) => line.Split(": ", 2) is [var label, var value]
        ? $"{Escape(label)}: <strong>{Linked(value)}</strong>"
        : $"<strong>{Linked(line)}</strong>";

    private static string Linked(string text) => MailAddress().Replace(
        PhoneNumber().Replace(Escape(text), "<a href=\"tel:+1$1$2$3\" style=\"color:#0b4f9e\">$0</a>"),
        "<a href=\"mailto:$0\" style=\"color:#0b4f9e\">$0</a>");

    private static string Escape(string text) => text.AsSpan().IndexOfAny("&<>\"'") < 0
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal);

    [GeneratedRegex(@"\((\d{3})\) (\d{3})-(\d{4})")]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")]
    private static partial Regex MailAddress();
}
