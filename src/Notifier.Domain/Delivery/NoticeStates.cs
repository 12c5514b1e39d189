namespace Notifier.Delivery;

/// <summary>Which moves a notice may make. Anything not listed is refused, and becomes evidence alone.</summary>
public static class NoticeStates
{
    /// <summary>Whether a notice may go from one state to another.</summary>
    /// <remarks>
    /// Two moves lead back to Planned, each only when it is certain that nothing went out; the next attempt then carries
    /// the next number, so the pair (attempt, state) still only moves forward.
    /// </remarks>
    public static bool CanMove(NoticeState from, NoticeState to) => (from, to) switch
    {
        (NoticeState.Planned, NoticeState.Attempting or NoticeState.Withheld or NoticeState.NotSent) => true,
        (NoticeState.Attempting, NoticeState.Unknown or NoticeState.Planned) => true,
        (NoticeState.Unknown, NoticeState.Planned) => true,
        (NoticeState.Attempting or NoticeState.Unknown, NoticeState.NotSent or NoticeState.Failed) => true,
        (NoticeState.Attempting or NoticeState.Unknown, NoticeState.Accepted or NoticeState.Sent or NoticeState.Delivered) => true,
        // The provider may drop what it took before handing it on.
        (NoticeState.Accepted, NoticeState.Sent or NoticeState.Delivered or NoticeState.Failed or NoticeState.NotSent) => true,
        (NoticeState.Sent, NoticeState.Delivered or NoticeState.Failed) => true,
        // A bounce can follow a delivery; the later one decides.
        (NoticeState.Delivered, NoticeState.Failed) => true,
        _ => false,
    };

    /// <summary>Nothing more will be done for a notice in this state.</summary>
    public static bool IsClosed(NoticeState state) =>
        state is NoticeState.Delivered or NoticeState.Failed or NoticeState.NotSent or NoticeState.Withheld;

    /// <summary>The recipient has it or may still get it: no other notice may take its place.</summary>
    public static bool MayReachRecipient(NoticeState state) =>
        state is NoticeState.Attempting or NoticeState.Unknown or NoticeState.Accepted or NoticeState.Sent
            or NoticeState.Delivered;
}
