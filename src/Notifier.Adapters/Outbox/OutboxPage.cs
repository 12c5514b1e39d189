using System.Globalization;
using System.Net;
using System.Text;

namespace Notifier.Adapters.Outbox;

/// <summary>The index as a page: one table for each recipient, with headers a screen reader announces; the
/// roles say the same where a narrow screen shows the cells one below the other.</summary>
internal static class OutboxPage
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Outbox: who received what, and why</title>
        <style>
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
        table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
        caption { text-align: left; font-weight: bold; font-size: 1.15rem; padding: .5rem 0; }
        th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; vertical-align: top; }
        thead th { background: #f0f0f0; }
        tbody th { white-space: nowrap; }
        caption, td { overflow-wrap: anywhere; }
        @media (max-width: 40rem) {
          table, caption, tbody, tr, th, td { display: block; }
          thead { position: absolute; left: -999rem; }
          tr { border: 1px solid #767676; margin-bottom: .5rem; }
          th, td { border: 0; padding: .2rem .6rem; }
          td + td + td { color: #595959; }
        }
        </style>
        </head>
        <body>
        <main>
        <h1>Outbox: who received what, and why</h1>

        """;

    public static string Write(IReadOnlyList<OutboxEntry> entries)
    {
        var people = entries.GroupBy(entry => (entry.Name, entry.Address)).ToList();
        var page = new StringBuilder(Head).Append(
            CultureInfo.InvariantCulture, $"<p>{entries.Count} notices to {people.Count} addresses. Nothing left this machine.</p>\n");
        foreach (var person in people)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"""
                <table role="table">
                <caption>{Text(person.Key.Name)} ({Text(person.Key.Address)})</caption>
                <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">When</th><th role="columnheader" scope="col">What</th><th role="columnheader" scope="col">Says</th><th role="columnheader" scope="col">Why</th></tr></thead>
                <tbody role="rowgroup">

                """);
            foreach (var entry in person)
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"""
                    <tr role="row"><th role="rowheader" scope="row">{Text($"{entry.Date} {entry.Hour}".TrimEnd())}</th><td role="cell"><a href="{Text(Uri.EscapeDataString(entry.Date))}/{Text(Uri.EscapeDataString(Path.GetFileName(entry.File)))}">{Text(entry.Kind)}, {Text(entry.Language)}</a></td><td role="cell"{Language(entry)}>{Text(entry.Says)}</td><td role="cell">{Text(entry.Why)}</td></tr>

                    """);
            }

            page.Append("</tbody>\n</table>\n");
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    // A screen reader reads Spanish words in Spanish.
    private static string Language(OutboxEntry entry) =>
        entry.Language is "" or "en" ? "" : $" lang=\"{Text(entry.Language)}\"";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
