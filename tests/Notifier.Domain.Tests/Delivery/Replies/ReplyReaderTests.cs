using Notifier.Delivery.Replies;
using Notifier.Testing;

namespace Notifier.Domain.Tests.Delivery.Replies;

/// <summary>What people really write back, with what is meant: <c>Cases/replies/replies.csv</c>.</summary>
public sealed class ReplyReaderTests
{
    private static readonly IReadOnlyList<CaseRow> Rows = CaseTable.Read(
        Path.Combine(AppContext.BaseDirectory, "Cases", "replies", "replies.csv"));

    [Fact]
    public void Reads_every_reply_as_the_table_says()
    {
        var wrong = Rows
            .Select(row => (row, Read: ReplyReader.Read(row.Fields["text"]).ToString()))
            .Where(one => one.Read != one.row["meaning"])
            .Select(one => $"line {one.row.Line}: '{one.row.Fields["text"]}' is {one.row["meaning"]}, read as {one.Read}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_table_is_long_and_asks_for_every_meaning_in_both_languages()
    {
        Assert.True(Rows.Count >= 300, $"{Rows.Count} rows");
        foreach (var language in (string[])["en", "es"])
        {
            var meanings = Rows.Where(row => row["language"] == language).Select(row => row["meaning"]).ToHashSet();
            Assert.Equal(Enum.GetNames<ReplyMeaning>().Order(), meanings.Order());
        }
    }

    /// <summary>The words 47 CFR 64.1200(a)(10) names, and those the providers end texts on, whatever is put around them.</summary>
    [Theory]
    [InlineData("stop")]
    [InlineData("quit")]
    [InlineData("end")]
    [InlineData("revoke")]
    [InlineData("opt out")]
    [InlineData("cancel")]
    [InlineData("unsubscribe")]
    [InlineData("stopall")]
    [InlineData("optout")]
    [InlineData("alto")]
    [InlineData("basta")]
    [InlineData("baja")]
    public void A_word_that_ends_texts_does_so_in_any_case_punctuation_and_courtesy(string word)
    {
        string[] forms =
        [
            word, word.ToUpperInvariant(), $"{word}.", $"{word}!!!", $" {word} \n", $"\"{word}\"", $"- {word} -", $"{word} please",
            $"Please {word}", $"{word} por favor", $"{word}, thank you", $"\u00a1{word}!", $"({word})", $"{word}\u200b", $"{word} \U0001f64f",
        ];

        Assert.All(forms, form => Assert.Equal(ReplyMeaning.EndTexts, ReplyReader.Read(form)));
    }

    [Fact]
    public void A_long_reply_is_read_quickly_and_goes_to_a_person()
    {
        var text = string.Concat(Enumerable.Repeat("we were at the store and do not want to be late ", 60));

        Assert.Equal(ReplyMeaning.Other, ReplyReader.Read(text));
    }
}
