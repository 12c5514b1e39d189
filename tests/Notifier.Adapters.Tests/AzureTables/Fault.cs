namespace Notifier.Adapters.Tests.AzureTables;

/// <summary>What may happen to one call.</summary>
internal enum Fault
{
    None,

    /// <summary>Nothing was done.</summary>
    NeverArrives,

    /// <summary>503 at the door: nothing was done.</summary>
    Busy,

    /// <summary>429 at the door: nothing was done.</summary>
    Throttled,

    /// <summary>Done, and the connection was reset before the answer.</summary>
    AnswerLost,

    /// <summary>Done, and nobody waited so long.</summary>
    AnswerTooLate,

    /// <summary>Done, and answered with 500.</summary>
    DoneButSaysItFailed,

    /// <summary>Done, and the connection broke amid the answer's body.</summary>
    BreaksOff,

    /// <summary>Done, and the answer's body ends too soon without any sign of it.</summary>
    EndsEarly,
}
