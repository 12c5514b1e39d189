using Notifier.Law;

namespace Notifier.DueDates.Explaining;

/// <summary>Turns the steps of a count into sentences a case manager can follow on a wall calendar.</summary>
internal static class WhyWriter
{
    public static IEnumerable<string> Sentences(IReadOnlyList<TraceStep> steps) => steps.SelectMany(Sentences);

    private static IEnumerable<string> Sentences(TraceStep step) => step switch
    {
        ClockStarted { Kind: null } started => [$"The count starts from {started.What}, {TraceText.Day(started.On)}."],
        ClockStarted started => [$"On {TraceText.Day(started.On)} {started.What}: day 0, which is not counted."],
        DaysCounted counted => CountedDays.Sentences(counted),
        SpanAdded span => [Span(span)],
        HoursCounted hours => [Hours(hours)],
        MarkTaken mark => [$"{Capital(mark.What)}, seen from {TraceText.Day(mark.Of)}, is {TraceText.Day(mark.On)}."],
        FactNoted fact => [fact.Sentence],
        ClocksCompared compared => [Compared(compared)],
        RuleApplied rule => Rule(rule),
        DateAgreed agreed => [Agreed(agreed)],
        CountStopped stopped => [stopped.Problem],
        _ => throw new NotSupportedException($"no words for the step {step.GetType().Name}"),
    };

    private static string Span(SpanAdded span)
    {
        var rule = span.DistrictRule.Length == 0 ? "" : $" by the district's rule '{span.DistrictRule}'";
        var months = Math.Abs(span.Months);
        var length = months % 12 == 0 ? Number(months / 12, "year") : Number(months, "month");
        var days = Number(Math.Abs(span.Days), "calendar day");
        var amount = (span.Months, span.Days) switch
        {
            (0, _) => days,
            (_, 0) => length,
            (_, < 0) => $"{length} less {days}",
            _ => $"{length} and {days}",
        };
        var side = span.To < span.From ? "before" : "after";
        return $"{Capital(amount)} {side} {TraceText.Day(span.From)}{rule} is {TraceText.Day(span.To)}.";
    }

    private static string Hours(HoursCounted hours) => hours is { MeetingTime: { } time, ToTime: { } latest }
        ? $"{hours.Hours} clock hours before the meeting on {TraceText.Day(hours.Meeting)} at {time:HH:mm} is "
            + $"{TraceText.Day(hours.To)} at {latest:HH:mm}."
        : $"The meeting's time is not on record, so {hours.Hours} hours before {TraceText.Day(hours.Meeting)} are counted as "
            + $"whole days: {TraceText.Day(hours.To)}.";

    private static string Compared(ClocksCompared compared)
    {
        var dates = string.Join(" and ", compared.Dates.Select(date => date is { } known ? TraceText.Day(known) : "a date that cannot be told"));
        return compared.Result is { } result
            ? $"Of {dates} the {(compared.Earliest ? "earlier" : "later")} governs: {TraceText.Day(result)}."
            : $"Of {dates} the {(compared.Earliest ? "earlier" : "later")} would govern, and it cannot be told which it is.";
    }

    private static IEnumerable<string> Rule(RuleApplied rule)
    {
        var version = rule.Version;
        var whose = version is ObligationVersion { DistrictPolicy: true } ? "District policy under" : rule.IsState ? "State rule:" : "Federal rule:";
        yield return $"{whose} {version.Citation}.";
        if (version.Remark.Length > 0)
        {
            yield return version.Remark;
        }

        if (version.Note.Length > 0)
        {
            yield return version.Note;
        }

        if (version.Certainty == Certainty.Verify || version.ToVerify.Length > 0)
        {
            var what = version.ToVerify.Length > 0
                ? version.ToVerify
                : $"this was not read in the text of the law ({version.Source}).";
            yield return $"To be verified: {what}";
        }
    }

    private static string Agreed(DateAgreed agreed) => agreed.AtMostDaysLater is { } most
        ? $"A date agreed in writing stands instead, at most {most} calendar days later: {TraceText.Day(agreed.On)}."
        : $"A date agreed in writing stands instead: {TraceText.Day(agreed.On)}.";

    private static string Number(int number, string unit) => $"{number} {unit}{(number == 1 ? "" : "s")}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
