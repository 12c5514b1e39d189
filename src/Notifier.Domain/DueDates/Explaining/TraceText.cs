using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Notifier.Calendars;
using Notifier.DueDates.Counting;
using Notifier.Law;
using Notifier.Law.Counts;

namespace Notifier.DueDates.Explaining;

/// <summary>Dates and phrases of an explanation, in English whatever the machine's culture.</summary>
internal static class TraceText
{
    private static readonly LocalDatePattern Pattern =
        LocalDatePattern.Create("ddd uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>Tue 2025-10-28</c>.</summary>
    public static string Day(LocalDate date) => Pattern.Format(date);

    public static string Day(int day) => Day(DayNumber.ToDate(day));

    /// <summary>A weekday without its date, for the second end of a short range.</summary>
    public static string Range(LocalDate first, LocalDate last) => first == last ? Day(first) : $"{Day(first)} to {Day(last)}";

    public static string Range(NumberRange range) => range switch
    {
        { AtLeast: { } least, Below: { } below } => $"{least} to {below - 1}",
        { AtLeast: { } least } => $"{least} or more",
        { Below: { } below } => $"fewer than {below}",
        _ => "any number of",
    };

    public static string Transition(TransitionAge age, int birthday, int meeting, int step, int due, AnnualSpan span)
    {
        var years = age.Months == 0 ? $"{age.Years}" : $"{age.Years} and {age.Months} months";
        var grade = age.Grade is { } named ? $", or in grade {named}" : "";
        var turns = $"The IEP in effect when the student turns {years}{grade} must plan the transition; that day is {Day(birthday)}.";
        var ends = $"The IEP of {Day(meeting)} is in effect until its annual review, {Day(span.After(meeting, 1))}";
        return step == 0
            ? $"{turns} {ends}, so the transition belongs into that IEP."
            : $"{turns} {ends}; the annual review due {Day(due)} writes the IEP in effect that day.";
    }
}
