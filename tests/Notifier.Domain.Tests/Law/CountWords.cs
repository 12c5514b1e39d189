using Notifier.Law;
using Notifier.Law.Counts;
using Notifier.Law.Reading;

namespace Notifier.Domain.Tests.Law;

/// <summary>A count of the law files in plain English, for the coverage page.</summary>
internal static class CountWords
{
    public static string Of(Count count) => count switch
    {
        RecordedDate { Since: null } date => Of(date.Kind),
        RecordedDate date => $"the {(date.First ? "first" : "latest")} {Of(date.Kind)}{Saying(date)} since {Of(date.Since)}",
        BirthDate => "birth",
        ReevaluationStart start => $"the start of the three years ({(start.IgnoreWaiver ? "no waiver restarts them" : "a waiver restarts them")})",
        DayCount days => Days(days),
        HoursBefore hours => $"{hours.Hours} clock hours before {Of(hours.From)}",
        YearsAndMonths span => $"{Span(span)} {Side(span.Backward)} {Of(span.From)}",
        DistrictDays days => $"calendar days of the district's choice ({LawWords.Of(days.Number)}) {Side(days.Backward)} {Of(days.From)}",
        DistrictMonths months => $"months of the district's choice ({LawWords.Of(months.Number)}) after {Of(months.From)}",
        AnnualReviewAfter review => $"a year after {Of(review.From)}, by the district's annual rule",
        ThreeYearsAfter years => $"three years after {Of(years.From)}, by the district's three-year rule",
        EarlierOf earlier => $"the earliest of: {List(earlier.Options)}",
        LaterOf later => $"the latest of: {List(later.Options)}",
        FirstRecorded first => $"the first on record of: {List(first.Options)}",
        NotAfter bounded => $"{Of(bounded.Counted)}, never after {Of(bounded.Limit)}",
        ClockFrom clock => Of(clock.Counted),
        Branch branch => Of(branch),
        LastSchoolDay last => $"the last school day of the year of {Of(last.Of)}",
        FirstSchoolDayOfNextYear first => $"the first day of the school year after {Of(first.Of)}",
        SchoolDayOfNextYear next => $"school day {next.Number} of the school year after {Of(next.Of)}",
        DayOfYear day => $"{day.Month:00}-{day.Day:00} in the year of {Of(day.InYearOf)}",
        OutOfSummer summer => $"{Of(summer.Counted)}; in summer the first school day after it",
        DueDateOf other => $"the due date of `{other.Obligation}`",
        ComputedDuty duty => $"a rule of its own in code ({Split(duty.Name)})",
        _ => throw new NotSupportedException(count.GetType().Name),
    };

    /// <summary><c>consentReceived</c> as "consent received".</summary>
    public static string Of(PlanDateKind kind) => Split(LawWords.Of(kind)).Replace("iep", "IEP", StringComparison.Ordinal);

    private static string Of(Branch branch)
    {
        var cases = branch.Cases.Select(item => $"if {string.Join(" and ", item.When.Select(Of))}: {Of(item.Then)}");
        return string.Join("; ", branch.Otherwise is { } otherwise ? cases.Append($"otherwise: {Of(otherwise)}") : cases);
    }

    private static string Of(Condition condition) => condition switch
    {
        SchoolDaysLeft left => $"{Range(left.Range)} school days are left in the year on {Of(left.On)}",
        CalendarDaysLeft left => $"{Range(left.Range)} calendar days are left in the year on {Of(left.On)}",
        BetweenSchoolYears between => $"{Of(between.Date)} lies between two school years",
        AbsencesWithin absences => $"the student is absent on {Range(absences.Range)} school days after {Of(absences.After)} up to {Of(absences.UpTo)}",
        IsBefore before => $"{Of(before.Earlier)} lies before {Of(before.Later)}",
        DetailSays says => $"the record that starts it says `{says.Word}`",
        IsRecorded recorded => $"{Of(recorded.Date)} is on record",
        AnyOf any => string.Join(" or ", any.Conditions.Select(Of)),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private static string Days(DayCount days)
    {
        var unit = days.Unit switch
        {
            DayUnit.Weekday => "weekday",
            var other => $"{other.ToString().ToLowerInvariant()} day",
        };
        var words = days.Number == 0
            ? $"the same day as {Of(days.From)}"
            : $"{days.Number} {unit}{(days.Number == 1 ? "" : "s")} {Side(days.Backward)} {Of(days.From)}";
        if (days.Excluding is { } excluding)
        {
            words += $", not counting {string.Join(" and ", Left(excluding))}";
        }

        if (days.Absences is { } absences)
        {
            var upTo = absences.UpTo is { } last ? $"up to {Of(last)}" : "up to its end";
            var added = absences.All ? "all of them" : $"absence {absences.AtLeast} and every later one";
            words += $"; with {absences.AtLeast} or more absences {upTo}, {added} are added";
        }

        return words;
    }

    private static IEnumerable<string> Left(DayExclusion excluding)
    {
        if (excluding.Summer)
        {
            yield return "summer";
        }

        if (excluding.BreaksOfWeekdays is { } least)
        {
            yield return $"breaks of {least} or more weekdays{(excluding.LeadingWeekend ? " with the weekends on both sides" : " from the first missed school day on")}";
        }

        if (excluding.ListedRanges)
        {
            yield return "the no-school ranges of the calendar";
        }
    }

    private static string Range(NumberRange range) => range switch
    {
        { AtLeast: { } least, Below: { } below } => $"{least} to {below - 1}",
        { AtLeast: { } least } => $"{least} or more",
        { Below: { } below } => $"fewer than {below}",
        _ => "any number of",
    };

    private static string Span(YearsAndMonths span) => string.Join(
        " and ",
        new[] { (span.Years, "year"), (span.Months, "month") }.Where(part => part.Item1 > 0)
            .Select(part => $"{part.Item1} {part.Item2}{(part.Item1 == 1 ? "" : "s")}"));

    private static string List(IEnumerable<Count> counts) => string.Join("; ", counts.Select((count, index) => $"({(char)('a' + index)}) {Of(count)}"));

    private static string Saying(RecordedDate date) => date.Saying.Length == 0 ? "" : $" (its detail says `{date.Saying}`)";

    private static string Side(bool backward) => backward ? "before" : "after";

    private static string Split(string camel) =>
        string.Concat(camel.Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
