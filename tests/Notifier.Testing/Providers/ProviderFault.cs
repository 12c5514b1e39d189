namespace Notifier.Testing.Providers;

/// <summary>How a fake provider misbehaves with one request to send.</summary>
public enum ProviderFault
{
    None,

    /// <summary>The connection is refused: nothing left. Over a real network only a closed port does this.</summary>
    Refused,

    /// <summary>Read, not taken, never answered.</summary>
    Hang,

    /// <summary>Taken, never answered.</summary>
    TakeAndHang,

    /// <summary>Read, not taken, the connection reset.</summary>
    Reset,

    /// <summary>Taken, the connection reset.</summary>
    TakeAndReset,

    /// <summary>Not taken, 500.</summary>
    Fail,

    /// <summary>Taken, and 500 all the same.</summary>
    TakeAndFail,

    /// <summary>Not taken, 429 with Retry-After.</summary>
    TooMany,

    /// <summary>Not taken, 401.</summary>
    SignIn,

    /// <summary>Taken, and the answer's body breaks off.</summary>
    TakeAndCutAnswer,
}
