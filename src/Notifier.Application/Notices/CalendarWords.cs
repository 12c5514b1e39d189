using Notifier.Notices;

namespace Notifier.Application.Notices;

/// <summary>The calendar file of a meeting in the recipient's language.</summary>
internal static class CalendarWords
{
    /// <returns>Null when the notice is not about a meeting that a calendar could hold.</returns>
    public static CalendarFile? Of(NoticeFacts facts, string language)
    {
        if (facts is not { Meeting: { } meeting, Message: { } message })
        {
            return null;
        }

        var say = LanguageWords.For(language);
        var call = WhomToCall.For(facts.District, facts.CaseManager).InFull;
        var policies = facts.District.Policies;
        return MeetingCalendar.Write(
            message,
            meeting,
            facts.District.TimeZone,
            say.CalendarTitle.Replace("{school}", facts.School.Name, StringComparison.Ordinal),
            say.CalendarText.Replace("{call}", call, StringComparison.Ordinal),
            (facts.District.Name, policies.ContactEmail.Length > 0 ? policies.ContactEmail : facts.CaseManager?.Email ?? ""),
            facts.Recipient.Address);
    }
}
