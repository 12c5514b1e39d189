using NodaTime;
using NodaTime.Text;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Application.Reminders;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>From which day on one student stands on one case manager's desk, for whose digest.</summary>
/// <param name="CaseManagerId">Of the plan: who stands above is found out when it is read.</param>
/// <param name="Audience">Whose digest.</param>
/// <param name="From">The first day.</param>
public readonly record struct StaffDutyPlace(string CaseManagerId, Audience Audience, LocalDate From)
{
    /// <summary>A meeting is looked at from so many days before it: is the family invited, has it confirmed?</summary>
    private const int MeetingDays = 14;

    /// <summary>Each case manager and audience once, at the first rung that may have to be told.</summary>
    public static IReadOnlyList<StaffDutyPlace> For(StudentFile student, IReadOnlyList<AgendaEntry> entries, DistrictRules rules, LocalDate asOf)
    {
        var managers = student.Plans.ToDictionary(plan => plan.Plan.PlanId, plan => plan.Plan.CaseManagerId, StringComparer.Ordinal);
        var rungs = entries.Select(entry => entry.Reminder).OfType<Reminder>()
            .Where(reminder => reminder.Audience != Audience.Family && managers.ContainsKey(reminder.PlanId))
            .Select(reminder => new StaffDutyPlace(managers[reminder.PlanId], reminder.Audience, reminder.On));
        var meetings = student.Plans.SelectMany(plan => plan.Dates
            .Where(date => date.Kind == PlanDateKind.MeetingScheduled && date.Date >= asOf)
            .Select(date => new StaffDutyPlace(plan.Plan.CaseManagerId, Audience.CaseManager, date.Date.PlusDays(-MeetingDays))));
        return rules.File.District.Policies.StaffMail == StaffMail.Each
            ? []
            : [.. rungs.Concat(meetings)
                .GroupBy(place => (place.CaseManagerId, place.Audience))
                .Select(same => same.MinBy(place => place.From))];
    }

    /// <summary>As kept in the student's schedule.</summary>
    public string ToText() => $"{LocalDatePattern.Iso.Format(From)}|{Audience}|{CaseManagerId}";

    /// <exception cref="FormatException">The text was not made by <see cref="ToText"/>.</exception>
    public static StaffDutyPlace FromText(string text) =>
        text.Split('|', 3) is [var from, var audience, var caseManager]
            ? new(caseManager, Enum.Parse<Audience>(audience), LocalDatePattern.Iso.Parse(from).Value)
            : throw new FormatException($"'{text}' is no place of a student on a desk.");
}
