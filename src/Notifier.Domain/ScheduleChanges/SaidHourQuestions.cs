using NodaTime;
using NodaTime.Text;

namespace Notifier.ScheduleChanges;

/// <summary>
/// Whether every family would hear one hour. Who reads no language of the summary reads startsAt, so that a slip in one
/// place sends two families to school at two hours. The hour itself in "meant" says that it is right.
/// </summary>
public static class SaidHourQuestions
{
    private static readonly LocalTime Earliest = new(5, 0);
    private static readonly LocalTime Latest = new(19, 0);
    private static readonly LocalTimePattern InFile = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public static IEnumerable<ScheduleChangeProblem> Of(ScheduleChange change)
    {
        var at = change.Kind is ScheduleChangeKind.EarlyRelease or ScheduleChangeKind.LateStart ? change.StartsAt : null;
        return change.Withdrawn || (at is { } right && Meant(change).Contains(right)) ? []
            : at is { } hour && (hour < Earliest || hour > Latest) ? [AtNight(change, hour)]
            : at is { } starts ? Otherwise(change, starts)
            : BetweenLanguages(change);
    }

    private static ScheduleChangeProblem AtNight(ScheduleChange change, LocalTime at)
    {
        var slip = at.Hour < Earliest.Hour ? $"Write \"{SaidHour.InFileOf(at.PlusHours(12))}\" for the afternoon" : "Correct it";
        return new(
            "startsAt", $"school would {(change.Kind == ScheduleChangeKind.EarlyRelease ? "end" : "begin")} at {SaidHour.InFileOf(at)}, by the clock of 24 hours",
            $"{slip}; where it is meant, {Answer(at)}");
    }

    private static IEnumerable<ScheduleChangeProblem> Otherwise(ScheduleChange change, LocalTime at) =>
        from summary in Named(change)
        where !summary.Hours.Any(hour => hour.Is(at))
        select new ScheduleChangeProblem(
            $"summary.{summary.Language}", $"it says {Written(summary.Hours)}, and startsAt is {SaidHour.InFileOf(at)}",
            $"Correct the one that is wrong: families of other languages read startsAt. Where the summary means another hour, of buses perhaps, {Answer(at)}");

    private static IEnumerable<ScheduleChangeProblem> BetweenLanguages(ScheduleChange change)
    {
        var named = Named(change).OrderBy(one => one.Language != "en").ThenBy(one => one.Language, StringComparer.Ordinal).ToList();
        var meant = Meant(change);
        return
            from other in named.Skip(1)
            let first = named[0]
            where !other.Hours.Any(hour => first.Hours.Any(hour.MayBe)) && !first.Hours.Concat(other.Hours).Any(hour => meant.Exists(hour.Is))
            select new ScheduleChangeProblem(
                $"summary.{other.Language}", $"it says {Written(other.Hours)}, and summary.{first.Language} {Written(first.Hours)}",
                $"Correct the one that is wrong; where both are meant, {Answer(other.Hours[0].At)}");
    }

    private static IEnumerable<(string Language, IReadOnlyList<SaidHour> Hours)> Named(ScheduleChange change) =>
        change.Summary.Select(one => (one.Key, SaidHours.In(one.Value))).Where(one => one.Item2.Count > 0);

    private static List<LocalTime> Meant(ScheduleChange change) =>
        [.. change.Meant.Select(phrase => InFile.Parse(phrase)).Where(read => read.Success).Select(read => read.Value)];

    private static string Answer(LocalTime at) => $"add \"meant\": [\"{SaidHour.InFileOf(at)}\"]";

    private static string Written(IReadOnlyList<SaidHour> hours) => string.Join(" and ", hours.Select(hour => hour.Written));
}
