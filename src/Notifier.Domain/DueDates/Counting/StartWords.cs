using Notifier.Law;
using Notifier.Law.Counts;
using Notifier.Law.Reading;

namespace Notifier.DueDates.Counting;

/// <summary>The recorded dates a count may start from, in the words of the files.</summary>
internal static class StartWords
{
    public static string Of(Count count) => string.Join(" or ", Kinds(count).Distinct().Select(LawWords.Of));

    public static IEnumerable<PlanDateKind> Kinds(Count? count) => count switch
    {
        RecordedDate date => [date.Kind],
        DayCount days => Kinds(days.From),
        HoursBefore hours => Kinds(hours.From),
        YearsAndMonths span => Kinds(span.From),
        DistrictDays days => Kinds(days.From),
        DistrictMonths months => Kinds(months.From),
        AnnualReviewAfter review => Kinds(review.From),
        ThreeYearsAfter years => Kinds(years.From),
        FirstRecorded first => first.Options.SelectMany(Kinds),
        EarlierOf earlier => earlier.Options.SelectMany(Kinds),
        LaterOf later => later.Options.SelectMany(Kinds),
        NotAfter bounded => Kinds(bounded.Counted),
        ClockFrom clock => Kinds(clock.Started),
        Branch branch => Kinds(branch.Otherwise).Concat(branch.Cases.SelectMany(item => Kinds(item.Then))),
        LastSchoolDay last => Kinds(last.Of),
        FirstSchoolDayOfNextYear first => Kinds(first.Of),
        SchoolDayOfNextYear next => Kinds(next.Of),
        DayOfYear day => Kinds(day.InYearOf),
        OutOfSummer summer => Kinds(summer.Counted),
        _ => [],
    };
}
