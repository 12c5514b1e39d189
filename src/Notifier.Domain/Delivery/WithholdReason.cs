namespace Notifier.Delivery;

/// <summary>Why a notice was not sent although it was raised.</summary>
public enum WithholdReason
{
    /// <summary>The duty was met meanwhile.</summary>
    DutyMet,

    /// <summary>The due date moved: another reminder stands for the new date.</summary>
    DueDateMoved,

    /// <summary>The student exited, or the clock was ended by a withdrawal or revocation of consent.</summary>
    NoLongerOwed,

    /// <summary>The student or the plan is not on file any more.</summary>
    PlanGone,

    /// <summary>A later reminder of the same due date has taken its place.</summary>
    Superseded,

    /// <summary>The district has taken this step out of its ladder.</summary>
    StepRemoved,

    /// <summary>The person is not on file any more, or no longer answers for this plan.</summary>
    RecipientGone,

    /// <summary>The district marked this person as one who receives no notices. Absolute.</summary>
    ReceivesNoNotices,

    /// <summary>The recipient consented to no texts, or ended them.</summary>
    NoTextConsent,

    /// <summary>The address is on the list of those that must not be written to.</summary>
    AddressSuppressed,

    /// <summary>The recipient was told exactly this before.</summary>
    AlreadyTold,

    /// <summary>The recipient is told over another channel instead.</summary>
    OtherChannel,

    /// <summary>It could only have been sent when it was of no use any more.</summary>
    TooLate,

    /// <summary>The sender could not have sent all of the evening's texts in time: it goes by email, decided that afternoon.</summary>
    EveningFull,

    /// <summary>The problem it tells of was solved meanwhile.</summary>
    ProblemSolved,

    /// <summary>The day it tells of changed again, or is a normal one after all, before it went out.</summary>
    DayChangedAgain,

    /// <summary>A row of the folder that could not be read may change the meeting it tells of.</summary>
    MeetingInDoubt,

    /// <summary>The family is invited to a meeting; "we will invite you" beside the invitation would only confuse.</summary>
    MeetingIsPlanned,

    /// <summary>It is said in the receiver's digest instead of in a mail of its own.</summary>
    InDigest,
}
