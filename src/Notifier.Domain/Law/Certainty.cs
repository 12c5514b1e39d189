namespace Notifier.Law;

/// <summary>How well a number is known.</summary>
public enum Certainty
{
    /// <summary>Read in the statute, the regulation or the agency's own page.</summary>
    Official,

    /// <summary>Read in a practitioner's or a vendor's account of it.</summary>
    Secondary,

    /// <summary>Professional knowledge, or a product default where the law is open: to be verified.</summary>
    Verify,
}
