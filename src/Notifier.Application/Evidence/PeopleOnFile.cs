using Notifier.Application.Delivery.Reach;
using Notifier.Application.PlanDates;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Evidence;

/// <summary>
/// Who the ids of a record stand for. The record holds no name and no address: both are looked up when it is read, and
/// are those of that day.
/// </summary>
/// <param name="student">The student's file; null: not on file any more.</param>
/// <param name="district">The district's file; null: not on file any more.</param>
public sealed class PeopleOnFile(StudentFile? student, DistrictFile? district)
{
    public StudentFile? Student => student;

    public DistrictFile? District => district;

    /// <summary>The contacts on file, whether anything was sent to them or not.</summary>
    public IReadOnlyList<Contact> Contacts => student?.Contacts ?? [];

    /// <summary>Null: nobody on file has this id.</summary>
    public PersonOnFile? Find(string id)
    {
        if (id == Recipient.DistrictContactId)
        {
            return district is null ? null : new(id, district.District.Name, "the district's contact", district.District.Policies.ContactEmail, "");
        }

        if (Contacts.FirstOrDefault(one => one.ContactId == id) is { } contact)
        {
            return new(id, contact.Name, contact.Relationship, contact.Email, contact.Phone);
        }

        return district?.Staff.FirstOrDefault(one => one.StaffId == id) is { } member
            ? new(id, member.Name, RoleOf(member.Role), member.Email, member.Phone)
            : null;
    }

    /// <summary>For example <c>Rosa Flores (mother, C1)</c>.</summary>
    public string Name(string id) => id.Length == 0 ? "the district's contact"
        : Find(id)?.ToString() ?? $"{id} (not on file today)";

    /// <summary>
    /// Whether the address an attempt went to is the one on file today. Only its hash is in the record, so it can be
    /// recognised, and not be read.
    /// </summary>
    /// <param name="id">The contact or staff member.</param>
    /// <param name="channel">Text or email.</param>
    /// <param name="hash">Of the address; empty: nothing was sent yet.</param>
    public string AddressWords(string id, Channel channel, string hash)
    {
        var what = channel == Channel.Sms ? "number" : "address";
        var onFile = Find(id)?.Address(channel) ?? "";
        if (hash.Length == 0)
        {
            return onFile.Length == 0 ? $"no {what} on file today" : $"{onFile}, on file today";
        }

        if (onFile.Length > 0 && Suppressions.HashOf(channel, onFile) == hash)
        {
            return $"{onFile}, on file today and the {what} that was used";
        }

        var others = Contacts.Where(one => one.ContactId != id)
            .FirstOrDefault(one => Suppressions.HashOf(channel, channel == Channel.Sms ? one.Phone : one.Email) == hash);
        return (others, onFile) switch
        {
            ({ } other, _) => $"the {what} that was used is on file today for {Name(other.ContactId)}",
            (_, "") => $"the {what} that was used is not on file today",
            _ => $"the {what} that was used is not the one on file today, {onFile}",
        };
    }

    private static string RoleOf(string role) => role.ToUpperInvariant() switch
    {
        "CASEMANAGER" => "case manager",
        _ => role,
    };
}
