namespace Notifier.Testing.Flow;

/// <summary>What a fake provider does with a message.</summary>
public enum FakeAnswer
{
    Take,

    /// <summary>The recipient gets it; the answer never comes.</summary>
    TakeAndHang,

    /// <summary>The recipient gets it; the connection breaks before the answer.</summary>
    TakeAndThrow,

    /// <summary>Nothing is taken and no answer comes.</summary>
    Hang,

    /// <summary>The connection breaks before anything was taken.</summary>
    Throw,

    /// <summary>Certainly not, and never.</summary>
    Refuse,

    /// <summary>Certainly not now.</summary>
    TryAgain,
}
