using NodaTime;

namespace Notifier.PlanDates;

/// <summary>A guardian, or the adult student, who receives notices about one student.</summary>
public sealed record Contact
{
    public required string ContactId { get; init; }

    public required string StudentId { get; init; }

    public required string Name { get; init; }

    /// <summary>As the district writes it, for example <c>mother</c>, <c>guardian</c>, <c>self</c> (the adult student).</summary>
    public string Relationship { get; init; } = "";

    /// <summary>Two-letter code of the language this person reads.</summary>
    public string Language { get; init; } = "en";

    public string Email { get; init; } = "";

    /// <summary>E.164, or empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>In this person's order of preference.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>The day this person consented to texts to this number; null: no text is sent.</summary>
    public LocalDate? TextConsentOn { get; init; }

    /// <summary>False is absolute: nothing is ever sent to this person.</summary>
    public required bool ReceivesNotices { get; init; }

    /// <summary>Null: the district's zone.</summary>
    public DateTimeZone? TimeZone { get; init; }
}
