using System.Text.Json;
using Notifier.Application.Storage;

namespace Notifier.Testing;

/// <summary>The limits every store sets, so that a row which only memory would take fails in the first test.</summary>
internal static class InMemoryRules
{
    private const int MostChanges = 100;
    private const int LongestKey = 512;
    private const int LongestText = 32_000;

    // One MiB, counted as Azure Tables counts text: two bytes a character.
    private const int LargestRow = 1 << 20;

    public static void CheckTransaction(IReadOnlyList<TableChange> changes)
    {
        if (changes.Count is 0 or > MostChanges)
        {
            throw new ArgumentException($"A transaction holds 1 to {MostChanges} changes, not {changes.Count}.", nameof(changes));
        }

        if (changes.Any(change => change.PartitionKey != changes[0].PartitionKey))
        {
            throw new ArgumentException("A transaction stays inside one partition.", nameof(changes));
        }

        if (changes.DistinctBy(change => change.RowKey, StringComparer.Ordinal).Count() != changes.Count)
        {
            throw new ArgumentException("A transaction changes each row once.", nameof(changes));
        }
    }

    public static void CheckRows(IReadOnlyList<TableChange> changes)
    {
        foreach (var change in changes)
        {
            CheckKey(change.PartitionKey);
            CheckKey(change.RowKey);
            if (change.Json is { } json)
            {
                CheckFlat(json);
            }
        }
    }

    private static void CheckKey(string key)
    {
        if (key.Length > LongestKey || key.Any(c => char.IsControl(c) || c is '/' or '\\' or '#' or '?' or '%'))
        {
            throw new ArgumentException($"'{key}' is not a key: at most {LongestKey} characters, none of / \\ # ? % or control.");
        }
    }

    private static void CheckFlat(ReadOnlyMemory<byte> json)
    {
        using var row = JsonDocument.Parse(json);
        var size = 0;
        foreach (var property in row.RootElement.EnumerateObject())
        {
            var fits = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString()!.Length <= LongestText,
                JsonValueKind.Number => property.Value.TryGetInt32(out _),
                JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => true,
                _ => false,
            };
            if (!fits)
            {
                throw new ArgumentException(
                    $"{property.Name} does not fit into a row: text of at most {LongestText} characters, 32-bit integers, booleans.");
            }

            size += 2 * (property.Name.Length + (property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()!.Length : 8));
        }

        if (size > LargestRow)
        {
            throw new ArgumentException($"A row of {size} bytes is larger than a store takes ({LargestRow}).");
        }
    }
}
