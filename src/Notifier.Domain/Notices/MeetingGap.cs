namespace Notifier.Notices;

/// <summary>What is missing before a meeting, the gravest first.</summary>
public enum MeetingGap
{
    /// <summary>Nothing shows that the family was invited.</summary>
    NoInvitation,

    /// <summary>The family asked for another time, and the meeting stands as it was.</summary>
    OtherTimeAsked,

    /// <summary>The family was invited and has not said that it will come.</summary>
    NoConfirmation,
}
