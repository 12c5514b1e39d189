using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>One person, and the one channel chosen for this notice.</summary>
public sealed record Recipient
{
    /// <summary>The contact's or staff member's id; <see cref="DistrictContactId"/> for the district's own address.</summary>
    public required string RecipientId { get; init; }

    public required string Name { get; init; }

    /// <summary>Two-letter code of the language this person reads.</summary>
    public required string Language { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>A mail address, or an E.164 number.</summary>
    public required string Address { get; init; }

    /// <summary>The zone in which the hours allowed for texts are counted.</summary>
    public required DateTimeZone TimeZone { get; init; }

    /// <summary>Whether this is the student, of age or invited to plan for life after school.</summary>
    public bool IsTheStudent { get; init; }

    /// <summary>
    /// Why this person and this channel: each channel or person passed over and the reason. Ids and channels only,
    /// no address; empty when the first choice could be used.
    /// </summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>Stands for the district's contact address, which belongs to no member of staff.</summary>
    public const string DistrictContactId = "district-contact";
}
