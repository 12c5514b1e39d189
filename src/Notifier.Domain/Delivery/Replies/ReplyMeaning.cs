namespace Notifier.Delivery.Replies;

/// <summary>What a person means by a text they sent back.</summary>
public enum ReplyMeaning
{
    /// <summary>Anything else: a person reads it.</summary>
    Other,

    /// <summary>No more texts to this number.</summary>
    EndTexts,

    /// <summary>Texts may come again.</summary>
    ResumeTexts,

    /// <summary>Who writes, and whom to call.</summary>
    AsksForHelp,

    ConfirmsMeeting,

    AsksForOtherTime,

    AsksForInterpreter,

    /// <summary>Whoever holds this number is not the person on record.</summary>
    WrongNumber,
}
