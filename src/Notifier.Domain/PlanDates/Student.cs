using NodaTime;

namespace Notifier.PlanDates;

/// <summary>A child for whom a plan exists or is being considered.</summary>
public sealed record Student
{
    public required string StudentId { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    /// <summary>The first name without any word of the last name, which some exports repeat in it; fit for a text.</summary>
    public string GivenName
    {
        get
        {
            var surnames = LastName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var given = FirstName.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => !surnames.Contains(word, StringComparer.OrdinalIgnoreCase));
            // Someone called James James keeps the name.
            return string.Join(' ', given) is { Length: > 0 } name ? name : FirstName;
        }
    }

    public required LocalDate BirthDate { get; init; }

    /// <summary>As the district writes it: <c>PK</c>, <c>KG</c>, <c>01</c> to <c>12</c>.</summary>
    public string Grade { get; init; } = "";

    public required string SchoolId { get; init; }
}
