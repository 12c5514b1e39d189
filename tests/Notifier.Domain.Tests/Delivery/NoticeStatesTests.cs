using Notifier.Delivery;

namespace Notifier.Domain.Tests.Delivery;

public sealed class NoticeStatesTests
{
    // One row for each state a notice is in; the states it may go to. Whatever is not named is refused.
    private static readonly Dictionary<NoticeState, NoticeState[]> Allowed = new()
    {
        [NoticeState.Planned] = [NoticeState.Attempting, NoticeState.Withheld, NoticeState.NotSent],
        [NoticeState.Attempting] =
        [
            NoticeState.Planned, NoticeState.Unknown, NoticeState.Accepted, NoticeState.Sent, NoticeState.Delivered,
            NoticeState.Failed, NoticeState.NotSent,
        ],
        [NoticeState.Unknown] =
        [
            NoticeState.Planned, NoticeState.Accepted, NoticeState.Sent, NoticeState.Delivered, NoticeState.Failed,
            NoticeState.NotSent,
        ],
        [NoticeState.Accepted] = [NoticeState.Sent, NoticeState.Delivered, NoticeState.Failed, NoticeState.NotSent],
        [NoticeState.Sent] = [NoticeState.Delivered, NoticeState.Failed],
        [NoticeState.Delivered] = [NoticeState.Failed],
        [NoticeState.Failed] = [],
        [NoticeState.NotSent] = [],
        [NoticeState.Withheld] = [],
    };

    public static TheoryData<NoticeState, NoticeState> Pairs()
    {
        var pairs = new TheoryData<NoticeState, NoticeState>();
        foreach (var from in Enum.GetValues<NoticeState>())
        {
            foreach (var to in Enum.GetValues<NoticeState>())
            {
                pairs.Add(from, to);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_notice_moves_as_the_table_says(NoticeState from, NoticeState to) =>
        Assert.Equal(Allowed[from].Contains(to), NoticeStates.CanMove(from, to));

    [Fact]
    public void Only_what_is_planned_can_be_withheld() =>
        Assert.All(
            Enum.GetValues<NoticeState>().Where(state => state != NoticeState.Planned),
            state => Assert.False(NoticeStates.CanMove(state, NoticeState.Withheld)));

    [Fact]
    public void What_may_have_reached_the_recipient_is_attempted_again_only_by_way_of_planned() =>
        Assert.All(
            Enum.GetValues<NoticeState>().Where(NoticeStates.MayReachRecipient),
            state => Assert.False(NoticeStates.CanMove(state, NoticeState.Attempting)));

    [Theory]
    [InlineData(NoticeState.Planned, false)]
    [InlineData(NoticeState.Attempting, false)]
    [InlineData(NoticeState.Unknown, false)]
    [InlineData(NoticeState.Accepted, false)]
    [InlineData(NoticeState.Sent, false)]
    [InlineData(NoticeState.Delivered, true)]
    [InlineData(NoticeState.Failed, true)]
    [InlineData(NoticeState.NotSent, true)]
    [InlineData(NoticeState.Withheld, true)]
    public void Is_closed_when_nothing_more_will_be_done(NoticeState state, bool closed) =>
        Assert.Equal(closed, NoticeStates.IsClosed(state));
}
