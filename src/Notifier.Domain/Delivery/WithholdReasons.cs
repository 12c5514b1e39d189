namespace Notifier.Delivery;

/// <summary>Which reasons for not sending a notice hold for good.</summary>
public static class WithholdReasons
{
    /// <summary>
    /// Whether the notice may yet have to be sent: what is on record was different for a while (a slip in an import that
    /// the next one put right). What was too late, said already, ended by its recipient or overtaken stays unsent.
    /// </summary>
    /// <param name="reason">A member of <see cref="WithholdReason"/>; other texts: false.</param>
    public static bool MayEnd(string reason) => reason is nameof(WithholdReason.DutyMet) or nameof(WithholdReason.DueDateMoved)
        or nameof(WithholdReason.NoLongerOwed) or nameof(WithholdReason.PlanGone) or nameof(WithholdReason.StepRemoved)
        or nameof(WithholdReason.RecipientGone) or nameof(WithholdReason.ReceivesNoNotices)
        or nameof(WithholdReason.OtherChannel) or nameof(WithholdReason.ProblemSolved)
        or nameof(WithholdReason.MeetingIsPlanned);
}
