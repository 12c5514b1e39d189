using Notifier.Delivery;

namespace Notifier.Application.Delivery;

/// <summary>What became of a notice, and why, in words for whoever reads the record of it.</summary>
public static class OutcomeWords
{
    // By name alone: a provider's code must not be taken for the number of a reason.
    private static readonly Dictionary<string, string> ByName =
        Enum.GetValues<WithholdReason>().ToDictionary(reason => reason.ToString(), Of, StringComparer.Ordinal);

    /// <summary>For example <c>not delivered: 30006 landline or unreachable carrier</c>.</summary>
    public static string Of(NoticeRow notice)
    {
        var what = notice.State switch
        {
            NoticeState.Planned => "planned, not sent yet",
            NoticeState.Attempting => "under way",
            NoticeState.Unknown => "not known whether it arrived",
            NoticeState.Accepted => "taken by the provider; that it arrived is not reported",
            NoticeState.Sent => "handed on to the carrier; that it arrived is not reported",
            NoticeState.Delivered => "delivered",
            NoticeState.Failed => "not delivered",
            NoticeState.NotSent => "not sent",
            NoticeState.Withheld => "not sent, on purpose",
            _ => throw new InvalidOperationException($"{notice.State} is no state of a notice."),
        };
        return notice.Reason.Length == 0 || notice.Reason == "delivered" ? what : $"{what}: {Because(notice.Reason)}";
    }

    /// <summary>The reason in words; whatever is no reason of ours, as it is.</summary>
    public static string Because(string reason) => ByName.GetValueOrDefault(reason, reason);

    public static string Of(WithholdReason reason) => reason switch
    {
        WithholdReason.DutyMet => "the duty was met",
        WithholdReason.DueDateMoved => "the due date moved",
        WithholdReason.NoLongerOwed => "it is no longer owed",
        WithholdReason.PlanGone => "the student or plan is not on file any more",
        WithholdReason.Superseded => "a later reminder has taken its place",
        WithholdReason.StepRemoved => "the district took this step out of its ladder",
        WithholdReason.RecipientGone => "this person is not on file any more, or not for this plan",
        WithholdReason.ReceivesNoNotices => "this person is marked as one who receives no notices",
        WithholdReason.NoTextConsent => "no consent to texts",
        WithholdReason.AddressSuppressed => "the address must not be written to",
        WithholdReason.AlreadyTold => "this person was told exactly this before",
        WithholdReason.OtherChannel => "this person is told another way instead",
        WithholdReason.TooLate => "it could only have been sent when it was of no use any more",
        WithholdReason.EveningFull => "the evening's texts did not all fit, so it goes by email",
        WithholdReason.ProblemSolved => "the problem was solved",
        WithholdReason.DayChangedAgain => "the day changed again before it went out",
        WithholdReason.MeetingInDoubt => "a row of the district's folder that could not be read may change the meeting",
        WithholdReason.MeetingIsPlanned => "the family is invited to the meeting instead",
        WithholdReason.InDigest => "it is said in the receiver's digest instead of in a mail of its own",
        _ => throw new InvalidOperationException($"{reason} has no words."),
    };
}
