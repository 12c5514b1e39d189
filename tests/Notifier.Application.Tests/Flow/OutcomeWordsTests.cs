using Notifier.Application.Delivery;
using Notifier.Delivery;

namespace Notifier.Application.Tests.Flow;

/// <summary>A director reads the record of attempts, and no word of it is a name out of the code.</summary>
public sealed class OutcomeWordsTests
{
    private static readonly NoticeRow Notice = NoticeRow.Plan(
        NoticeDue.OfDay("d", "s", "p", new NodaTime.LocalDate(2026, 10, 14)), "c", Notifier.PlanDates.Channel.Sms, "n");

    [Fact]
    public void Every_reason_to_withhold_has_words_of_its_own()
    {
        var words = Enum.GetValues<WithholdReason>().Select(OutcomeWords.Of).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.All(Enum.GetNames<WithholdReason>(), name => Assert.DoesNotContain(name, words));
    }

    [Fact]
    public void Every_state_has_words_of_its_own()
    {
        var words = Enum.GetValues<NoticeState>().Select(state => OutcomeWords.Of(Notice with { State = state })).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Theory]
    [InlineData(NoticeState.Withheld, "EveningFull", "not sent, on purpose: the evening's texts did not all fit, so it goes by email")]
    [InlineData(NoticeState.Failed, "30006 landline", "not delivered: 30006 landline")]
    [InlineData(NoticeState.Failed, "3", "not delivered: 3")]
    [InlineData(NoticeState.Delivered, "delivered", "delivered")]
    [InlineData(NoticeState.Unknown, "no answer in time", "not known whether it arrived: no answer in time")]
    public void What_became_of_a_notice_is_said_with_its_reason(NoticeState state, string reason, string words) =>
        Assert.Equal(words, OutcomeWords.Of(Notice with { State = state, Reason = reason }));
}
