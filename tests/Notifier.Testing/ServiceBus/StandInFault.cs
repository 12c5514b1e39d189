namespace Notifier.Testing.ServiceBus;

/// <summary>What may happen to one request.</summary>
public enum StandInFault
{
    None,

    /// <summary>The connection is cut and nothing was taken.</summary>
    NeverArrives,

    /// <summary>429: nothing was taken.</summary>
    Throttled,

    /// <summary>503: nothing was taken.</summary>
    Busy,

    /// <summary>Taken, and answered with 500.</summary>
    TakenButSaysItFailed,

    /// <summary>Taken, and the connection is cut before the answer.</summary>
    AnswerLost,

    /// <summary>Taken, and the answer never comes.</summary>
    NeverAnswers,
}
