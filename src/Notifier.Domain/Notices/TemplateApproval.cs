using NodaTime;
using NodaTime.Text;

namespace Notifier.Notices;

/// <summary>A person's word that one wording says the right thing in their language.</summary>
public sealed record TemplateApproval
{
    public required string Template { get; init; }

    /// <summary>Name and role.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>ISO date.</summary>
    public required string ApprovedOn { get; init; }

    /// <summary>Of the words that were read: a later change of the wording ends the approval.</summary>
    public required string Fingerprint { get; init; }

    /// <exception cref="UnparsableValueException">The date is not an ISO date.</exception>
    public LocalDate On => LocalDatePattern.Iso.Parse(ApprovedOn).Value;
}
