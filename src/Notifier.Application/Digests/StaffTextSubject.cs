using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.Notices;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>What cannot wait and was not texted yet, for one member of staff who chose texts.</summary>
/// <param name="StaffId">Whose.</param>
/// <param name="On">The day.</param>
/// <param name="Urgent">The reminders, by the key of their line.</param>
/// <param name="District">The district.</param>
public sealed record StaffTextSubject(
    string StaffId, LocalDate On, IReadOnlyDictionary<string, Reminder> Urgent, District District) : INoticeSubject
{
    /// <summary>It is about no plan of its own; this one only names whose text it is.</summary>
    public Plan Plan => new()
    {
        PlanId = "",
        StudentId = NoticeDue.LedgerOfStaff(StaffId),
        Kind = PlanKind.Iep,
        CaseManagerId = StaffId,
    };

    public ToldMeeting? MeetingToldOf(Instant now) => null;

    /// <summary>Stands for what is texted of a duty: that it becomes overdue is news to whoever knew that no notice was possible.</summary>
    public static string KeyOf(string key, Reminder reminder, LocalDate on) =>
        $"{key}/{(reminder.Audience != Audience.CaseManager ? "team" : IsOverdue(reminder, on) ? "overdue" : "no-room")}";

    public NoticeContent Compose(NoticeComposer composer, Recipient recipient, Instant now)
    {
        var own = Urgent.Values.Where(reminder => reminder.Audience == Audience.CaseManager).ToList();
        var overdue = own.Count(reminder => IsOverdue(reminder, On));
        return composer.Compose(new StaffTextFacts
        {
            District = District,
            Recipient = recipient,
            Overdue = overdue,
            NoRoom = own.Count - overdue,
            Team = Urgent.Count - own.Count,
        });
    }

    /// <summary>The next morning there is another mail.</summary>
    public Instant UsefulUntil(Instant now) => District.TimeZone.AtStartOfDay(On.PlusDays(1)).ToInstant();

    private static bool IsOverdue(Reminder reminder, LocalDate on) => reminder.DueOn < on;

    public string WhyFor(Recipient recipient) => $"{StaffId} chose to be texted of what cannot wait.";
}
