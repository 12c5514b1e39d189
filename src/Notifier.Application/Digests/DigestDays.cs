using NodaTime;
using Notifier.Application.DueDates;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>On which days a district's staff get a digest: school days; in summer weekdays, because clocks run on.</summary>
public static class DigestDays
{
    // No building has this id: what remains are the rows of the whole district.
    private const string WholeDistrict = "";

    public static bool Includes(LocalDate day, DistrictRules rules) =>
        rules.File.District.Policies.StaffMail == StaffMail.Digest && Of(rules).IsReminderDay(day);

    /// <summary>The digest day before another one: what was noted after it is news.</summary>
    public static LocalDate Before(LocalDate day, DistrictRules rules) => Of(rules).OnOrBefore(day.PlusDays(-1));

    private static ReminderDays Of(DistrictRules rules) => new(rules.CalendarOf(WholeDistrict));
}
