using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Notifier.Application.Storage;

/// <summary>A text of any length, cut over rows of one partition that stand side by side.</summary>
public sealed record PagedText(string Text, int Pages)
{
    private const int PageCharacters = 31_000;

    public static PagedText Empty { get; } = new("", 0);

    public static async Task<PagedText> ReadAsync(
        IEntityTable table, string partitionKey, string name, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var pages = 0;
        await foreach (var page in table.QueryAsync(
            partitionKey, RowRange.StartingWith(name + "|"), PagedTextJson.Default.PageRow, cancellationToken))
        {
            text.Append(page.Text);
            pages++;
        }

        return new PagedText(text.ToString(), pages);
    }

    /// <summary>The changes that put another text in its place; part of the caller's transaction.</summary>
    public IReadOnlyList<TableChange> Replace(string partitionKey, string name, string text)
    {
        var changes = new List<TableChange>();
        for (var start = 0; start < text.Length; start += PageCharacters)
        {
            var row = new PageRow
            {
                PartitionKey = partitionKey,
                RowKey = KeyOf(name, changes.Count),
                // Half a surrogate pair at an edge would not survive JSON: texts kept here are ASCII-escaped JSON.
                Text = text[start..Math.Min(start + PageCharacters, text.Length)],
            };
            changes.Add(TableChange.Upsert(row, PagedTextJson.Default.PageRow));
        }

        for (var page = changes.Count; page < Pages; page++)
        {
            changes.Add(TableChange.Delete(partitionKey, KeyOf(name, page), null));
        }

        return changes;
    }

    private static string KeyOf(string name, int page) =>
        name + "|" + page.ToString("D3", CultureInfo.InvariantCulture);
}

/// <summary>One page of a <see cref="PagedText"/>.</summary>
public sealed record PageRow : Entity
{
    public required string Text { get; init; }
}

/// <summary>The JSON of pages.</summary>
[JsonSerializable(typeof(PageRow))]
internal sealed partial class PagedTextJson : JsonSerializerContext;
