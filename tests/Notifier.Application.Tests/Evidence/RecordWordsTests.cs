using NodaTime;
using Notifier.Application.Evidence;
using Notifier.Delivery.Replies;
using Notifier.Evidence;

namespace Notifier.Application.Tests.Evidence;

public sealed class RecordWordsTests
{
    private static readonly DateTimeZone Chicago = DateTimeZoneProviders.Tzdb["America/Chicago"];

    public static TheoryData<EvidenceKind> Kinds => [.. Enum.GetValues<EvidenceKind>()];

    [Theory]
    [InlineData("bounce 5.1.1", "the receiving mail server sent it back: there is no such mailbox [bounce 5.1.1]")]
    [InlineData("bounce 5.2.2", "the receiving mail server sent it back: the mailbox is full [bounce 5.2.2]")]
    [InlineData("bounce, blocked 4.7.1", "the receiving mail server refused it for now: for a passing reason [bounce, blocked 4.7.1]")]
    [InlineData("bounce", "the receiving mail server sent it back [bounce]")]
    [InlineData("dropped: Bounced Address", "the mail provider did not send it, because mail to this address came back before [dropped: Bounced Address]")]
    [InlineData("30006 landline or unreachable carrier", "30006 landline or unreachable carrier")]
    [InlineData("NoTextConsent", "no consent to texts")]
    [InlineData("InDigest", "it is said in the receiver's digest instead of in a mail of its own")]
    [InlineData("3", "3")]
    public void A_providers_answer_is_told_in_plain_words_and_its_own(string reason, string words) =>
        Assert.Equal(words, ProviderWords.Of(reason));

    /// <summary>When the clocks go back, the hour from one to two comes twice.</summary>
    [Theory]
    [InlineData(6, "Sun Nov 1, 2026, 1:30 AM CDT")]
    [InlineData(7, "Sun Nov 1, 2026, 1:30 AM CST")]
    public void An_hour_that_comes_twice_is_told_apart(int utcHour, string words) =>
        Assert.Equal(words, SpokenTimes.Moment(Instant.FromUtc(2026, 11, 1, utcHour, 30), Chicago));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_entry_has_words_of_its_own(EvidenceKind kind)
    {
        var words = StepWords.Of(Entry(kind, kind == EvidenceKind.DueDateMoved ? "" : "reason=TooLate"), Reading);

        Assert.DoesNotContain(kind.ToString(), words, StringComparison.Ordinal);
        Assert.DoesNotContain("TooLate", words, StringComparison.Ordinal);
        Assert.NotEmpty(words);
    }

    [Fact]
    public void Every_meaning_of_an_answer_has_words_of_its_own()
    {
        var words = Enum.GetValues<ReplyMeaning>().Select(ReplyWords.Of).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Fact]
    public void An_answer_whose_words_are_gone_is_said_to_be_so() => Assert.Equal(
        "The words of this answer are not kept.", ReplyWords.Quoted(null, Entry(EvidenceKind.ReplyReceived, "")));

    [Theory]
    [InlineData("a\u001b[2Jb", "a [2Jb")]
    [InlineData("call \u202e2410", "call  2410")]
    [InlineData("one\r\ntwo", "one two")]
    public void Words_of_others_cannot_move_the_cursor_or_turn_the_line(string text, string shown) => Assert.Equal(shown, PlainText.OneLine(text));

    private static EvidenceReading Reading { get; } = new()
    {
        DistrictId = "d",
        StudentId = "S1",
        Check = new EvidenceCheck(0, null),
        Notices = [],
        Entries = [],
    };

    private static EvidenceRow Entry(EvidenceKind kind, string detail) => new()
    {
        PartitionKey = "p",
        RowKey = "r",
        Sequence = 1,
        Kind = kind,
        At = Instant.FromUtc(2026, 11, 1, 12, 0),
        StudentId = "S1",
        Detail = detail,
        PreviousHash = "",
        Hash = "",
    };
}
