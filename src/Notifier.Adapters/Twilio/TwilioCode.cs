namespace Notifier.Adapters.Twilio;

/// <summary>What one of the provider's answers means for a text.</summary>
/// <param name="Code">The provider's error code, or the HTTP status where it gave none.</param>
/// <param name="Meaning">A few words for evidence and problems.</param>
/// <param name="Class">What is to be done.</param>
internal sealed record TwilioCode(int Code, string Meaning, TwilioClass Class)
{
    /// <summary>A person must mend the account or its sender.</summary>
    public bool NeedsSetup => Class is TwilioClass.MendAccount or TwilioClass.NeverMendAccount;
}
