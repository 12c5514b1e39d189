using Notifier.PlanDates;

namespace Notifier.Application.Notices;

/// <summary>Whom a family calls: the case manager, else the district's office, by phone if there is one.</summary>
public sealed record WhomToCall
{
    /// <summary>Null: an office, not a person.</summary>
    public string? Name { get; private init; }

    /// <summary>As people read it; null: only a mail address is on record.</summary>
    public string? Phone { get; private init; }

    /// <summary>Null: there is a phone.</summary>
    public string? Email { get; private init; }

    /// <summary>The number or address alone.</summary>
    public string Shortest => Phone ?? Email!;

    /// <summary>With the name: <c>Dana Reyes, (512) 555-0142</c>.</summary>
    public string InFull => Name is null ? Shortest : $"{Name}, {Shortest}";

    /// <exception cref="TemplateException">Nothing is on record: no family may be left without someone to call.</exception>
    public static WhomToCall For(District district, StaffMember? caseManager)
    {
        var name = string.IsNullOrWhiteSpace(caseManager?.Name) ? null : caseManager.Name;
        var policies = district.Policies;
        return (caseManager, policies) switch
        {
            ({ Phone.Length: > 0 }, _) => new() { Name = name, Phone = SpokenNumber.Of(caseManager.Phone) },
            (_, { OfficePhone.Length: > 0 }) => new() { Name = name, Phone = SpokenNumber.Of(policies.OfficePhone) },
            ({ Email.Length: > 0 }, _) => new() { Name = name, Email = caseManager.Email },
            (_, { ContactEmail.Length: > 0 }) => new() { Email = policies.ContactEmail },
            _ => throw new TemplateException(
                $"District {district.DistrictId} has nobody a family could call. Record policies.officePhone in "
                + "district.json, or the case manager's phone in staff.csv."),
        };
    }
}
