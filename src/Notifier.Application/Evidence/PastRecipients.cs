using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Evidence;

/// <summary>Whom a notice went to, as today's files have this person.</summary>
internal static class PastRecipients
{
    /// <returns>Nobody when the person is not on file; twice when it is not known whether the student was written to.</returns>
    public static IEnumerable<Recipient> Of(NoticeRow notice, StudentFile student, DistrictFile district)
    {
        var zone = district.District.TimeZone;
        if (student.Contacts.FirstOrDefault(one => one.ContactId == notice.RecipientId) is { } contact)
        {
            var recipient = new Recipient
            {
                RecipientId = contact.ContactId,
                Name = contact.Name,
                Language = contact.Language,
                Channel = notice.Channel,
                Address = notice.Channel == Channel.Sms ? contact.Phone : contact.Email,
                TimeZone = contact.TimeZone ?? zone,
            };
            yield return recipient;
            yield return recipient with { IsTheStudent = true };
            yield break;
        }

        var (name, email) = notice.RecipientId == Recipient.DistrictContactId
            ? (district.District.Name, district.District.Policies.ContactEmail)
            : district.Staff.FirstOrDefault(one => one.StaffId == notice.RecipientId) is { } member ? (member.Name, member.Email) : (null, "");
        if (name is not null)
        {
            yield return new Recipient
            {
                RecipientId = notice.RecipientId,
                Name = name,
                Language = "en",
                Channel = notice.Channel,
                Address = email,
                TimeZone = zone,
            };
        }
    }
}
