using NodaTime;
using Notifier.Application.DueDates;
using Notifier.DueDates.Rates;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Summaries;

/// <summary>On which day of a week the summary comes, and which days it looks back on.</summary>
public static class SummaryDays
{
    private const string WholeDistrict = "";

    /// <summary>The day of a week on which the summary comes; null: on none, school is closed all week or nobody wants one.</summary>
    public static LocalDate? OfWeekWith(LocalDate day, DistrictRules rules)
    {
        var wanted = rules.File.District.Policies.WeeklySummary;
        var monday = MondayOf(day);
        var working = Enumerable.Range(0, 7).Select(monday.PlusDays).Where(DaysOf(rules).IsReminderDay).ToList();
        if (wanted == SummaryDay.Never || working.Count == 0)
        {
            return null;
        }

        var weekday = monday.PlusDays(wanted == SummaryDay.FirstSchoolDay ? 0 : wanted - SummaryDay.Monday);
        return working.Exists(one => one >= weekday) ? working.Find(one => one >= weekday) : working[^1];
    }

    /// <summary>Whole weeks, Monday to Sunday: the last one, and those before it in which school was closed all week.</summary>
    public static RatePeriod LookedBackOn(LocalDate day, DistrictRules rules)
    {
        var monday = MondayOf(day);
        return new(MondayOf(DaysOf(rules).OnOrBefore(monday.PlusDays(-1))), monday.PlusDays(-1));
    }

    public static bool IsWorkingDay(LocalDate day, DistrictRules rules) => DaysOf(rules).IsReminderDay(day);

    public static LocalDate MondayOf(LocalDate day) => day.PlusDays(1).Previous(IsoDayOfWeek.Monday);

    private static ReminderDays DaysOf(DistrictRules rules) => new(rules.CalendarOf(WholeDistrict));
}
