using NodaTime;
using Notifier.Law;

namespace Notifier.Domain.Tests.Law;

/// <summary>What of the shipped law ends soon, with what to do about it.</summary>
internal static class LawFreshness
{
    /// <summary>Rules whose last version on file ends within a year of a day.</summary>
    public static IReadOnlyList<string> Problems(LawFile file, LocalDate today) =>
    [
        .. Endings(file, today).Where(problem => problem.Length > 0),
    ];

    private static IEnumerable<string> Endings(LawFile file, LocalDate today) =>
    [
        .. file.Obligations.SelectMany(rule => rule.Value
            .GroupBy(version => string.Join(',', version.Plans), (_, versions) => Ending(versions, today))
            .Select(ending => Problem(file, rule.Key.Value, ending))),
        Problem(file, "reevaluationClock", Ending(file.ReevaluationClocks, today)),
        Problem(file, "transitionAge", Ending(file.TransitionAges, today)),
        Problem(file, "majorityAge", Ending(file.MajorityAges, today)),
    ];

    /// <summary>The last day of the latest version, when it lies within a year, or is past.</summary>
    private static LocalDate? Ending(IEnumerable<LawVersion> versions, LocalDate today)
    {
        var last = versions.MaxBy(version => version.Until ?? LocalDate.MaxIsoValue);
        return last?.Until is { } until && until < today.PlusYears(1) ? until : null;
    }

    private static string Problem(LawFile file, string rule, LocalDate? ending) => ending is { } day
        ? $"{file.State} '{rule}' ends on {day:uuuu-MM-dd}: read what the law says from the next day on, and add that version to "
            + $"{(file.State == "US" ? "federal.json" : $"States/{file.State.ToLowerInvariant()}.json")} with 'from' {day.PlusDays(1):uuuu-MM-dd}."
        : "";
}
