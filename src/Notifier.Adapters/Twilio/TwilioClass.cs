namespace Notifier.Adapters.Twilio;

/// <summary>What follows from one of the provider's codes.</summary>
internal enum TwilioClass
{
    /// <summary>Nothing went out; later it may.</summary>
    TryAgain,

    /// <summary>Nothing went out, because of the account or its sender: it may once that is mended.</summary>
    MendAccount,

    /// <summary>This text will not go out, because of the account or its sender.</summary>
    NeverMendAccount,

    /// <summary>This text will not go out.</summary>
    Never,

    /// <summary>This text will not go out, nor any other to this number.</summary>
    NeverThisNumber,

    /// <summary>Nobody knows.</summary>
    Unknown,
}
