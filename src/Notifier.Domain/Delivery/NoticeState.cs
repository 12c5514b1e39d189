namespace Notifier.Delivery;

/// <summary>Where one notice stands. It only ever moves forward; a closed state accepts nothing but evidence.</summary>
public enum NoticeState
{
    /// <summary>Raised, nothing attempted.</summary>
    Planned,

    /// <summary>An attempt is recorded and may be under way; nobody else may send this notice.</summary>
    Attempting,

    /// <summary>It is not known whether the attempt reached the provider: held until that is settled.</summary>
    Unknown,

    /// <summary>The provider has it.</summary>
    Accepted,

    /// <summary>Handed on to the carrier or mail server.</summary>
    Sent,

    /// <summary>Arrived, as far as the provider can tell. Closed.</summary>
    Delivered,

    /// <summary>Accepted once, then not delivered. Closed.</summary>
    Failed,

    /// <summary>Certain never to have gone out, and will not. Closed.</summary>
    NotSent,

    /// <summary>Not sent because it was no longer true or not allowed; the reason is on record. Closed.</summary>
    Withheld,
}
