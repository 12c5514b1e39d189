namespace Notifier.Notices;

/// <summary>What a notice of a meeting says to somebody, given what that person was told before.</summary>
public enum MeetingNews
{
    /// <summary>The first word on the meeting.</summary>
    Invitation,

    /// <summary>The person knows of it as it stands.</summary>
    Reminder,

    /// <summary>The person was told another day, time or place, or that it is off.</summary>
    Changed,

    /// <summary>The person was told of it, and it will not take place.</summary>
    Cancelled,
}
