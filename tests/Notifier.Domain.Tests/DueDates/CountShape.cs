using Notifier.Law.Counts;

namespace Notifier.Domain.Tests.DueDates;

/// <summary>What a count of the law files depends on.</summary>
internal static class CountShape
{
    /// <summary>Calendar days, months and years alone: no closure can touch it.</summary>
    public static bool IsPlainCalendar(Count count) => count switch
    {
        RecordedDate { Since: null } or BirthDate or ReevaluationStart => true,
        RecordedDate date => IsPlainCalendar(date.Since!),
        DayCount { Unit: DayUnit.Calendar or DayUnit.Business or DayUnit.Weekday, Excluding: null, Absences: null } days =>
            IsPlainCalendar(days.From),
        YearsAndMonths span => IsPlainCalendar(span.From),
        HoursBefore hours => IsPlainCalendar(hours.From),
        DistrictDays days => IsPlainCalendar(days.From),
        DistrictMonths months => IsPlainCalendar(months.From),
        AnnualReviewAfter review => IsPlainCalendar(review.From),
        ThreeYearsAfter years => IsPlainCalendar(years.From),
        EarlierOf earlier => earlier.Options.All(IsPlainCalendar),
        NotAfter bounded => IsPlainCalendar(bounded.Counted) && IsPlainCalendar(bounded.Limit),
        _ => false,
    };

    public static bool IsForwardSchoolOrPlain(Count count) => IsPlainCalendar(count) || count switch
    {
        DayCount { Unit: DayUnit.School, Backward: false, Absences: null } days => IsForwardSchoolOrPlain(days.From),
        EarlierOf earlier => earlier.Options.All(IsForwardSchoolOrPlain),
        _ => false,
    };
}
