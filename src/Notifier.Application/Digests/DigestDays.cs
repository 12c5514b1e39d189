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

    /// <summary>The moment of the digest before that of a day: what was noted after it is news.</summary>
    public static Instant LastBefore(LocalDate day, DistrictRules rules)
    {
        var district = rules.File.District;
        return district.TimeZone.AtLeniently(Of(rules).OnOrBefore(day.PlusDays(-1)) + district.Policies.RunHour).ToInstant();
    }

    /// <summary>Whether no earlier day of the week has a digest.</summary>
    public static bool BeginsWeek(LocalDate day, DistrictRules rules) =>
        Of(rules).OnOrBefore(day.PlusDays(-1)) < day.PlusDays(1).Previous(IsoDayOfWeek.Monday);

    /// <summary>The day of the next digest: what is lost by then is to be done now.</summary>
    public static LocalDate ActBy(LocalDate day, DistrictRules rules) => Of(rules).OnOrAfter(day.PlusDays(1));

    private static ReminderDays Of(DistrictRules rules) => new(rules.CalendarOf(WholeDistrict));
}
