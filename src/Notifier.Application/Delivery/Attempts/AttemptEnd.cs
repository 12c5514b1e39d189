namespace Notifier.Application.Delivery.Attempts;

/// <summary>What an attempt leaves to be done.</summary>
public enum AttemptEnd
{
    /// <summary>Somebody else wrote to the ledger first, and no attempt was made: look again.</summary>
    Overtaken,

    /// <summary>Taken, waiting for its next attempt, or of unknown outcome: nothing, for now.</summary>
    Settled,

    /// <summary>This channel to this person is closed: another channel or person is to be found.</summary>
    Closed,
}
