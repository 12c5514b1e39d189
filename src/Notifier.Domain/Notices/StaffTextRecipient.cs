using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>Whether a member of staff may be texted: only who chose so, and nobody in place of somebody else.</summary>
public static class StaffTextRecipient
{
    /// <returns>Null: not chosen, no number, no mail that the text could point to, or away that day.</returns>
    public static Recipient? For(StaffMember? member, District district, LocalDate on) =>
        member is { WantsTexts: true, Phone.Length: > 0, Email.Length: > 0 } && !member.IsAway(on)
            ? new()
            {
                RecipientId = member.StaffId,
                Name = member.Name,
                Language = "en",
                Channel = Channel.Sms,
                Address = member.Phone,
                TimeZone = district.TimeZone,
            }
            : null;
}
