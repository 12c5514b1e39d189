using NodaTime;
using Notifier.PlanDates;

namespace Notifier.ScheduleChanges;

/// <summary>Everything on record about one day of one student: the truth, whatever was said of it before.</summary>
public sealed class ChangedDay
{
    private readonly Dictionary<string, Instant> begins;

    private ChangedDay(IReadOnlyList<ScheduleChange> standing, Dictionary<string, Instant> begins)
    {
        Standing = standing;
        this.begins = begins;
    }

    /// <summary>What is different on the day, in the order of the day.</summary>
    public IReadOnlyList<ScheduleChange> Standing { get; }

    /// <summary>From then on nothing about this day is told any more; null: nothing ever was said of it.</summary>
    public Instant? Until => begins.Count == 0 ? null : begins.Values.Max();

    /// <param name="on">The day.</param>
    /// <param name="versions">Every version of every change of which any version named the day, in any order.</param>
    /// <param name="student">As on file now.</param>
    /// <param name="isPromised">A plan in force promises the notice.</param>
    /// <param name="district">The student's.</param>
    public static ChangedDay Of(
        LocalDate on, IEnumerable<ScheduleChange> versions, Student student, bool isPromised, District district)
    {
        var standing = new List<ScheduleChange>();
        var begins = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var change in versions.GroupBy(one => one.ChangeId))
        {
            var newest = ScheduleChange.Newest(change);
            if (newest is { Withdrawn: false } && newest.Date == on && newest.Concerns(student, isPromised))
            {
                standing.Add(newest);
            }

            // Of one that moved to another day: until when its being gone is of use here.
            var here = newest.Date == on ? [newest] : change.Where(one => one.Date == on).ToList();
            if (here.Count > 0)
            {
                begins[newest.Mark] = here.Max(one => one.BeginsAt(district));
            }
        }

        // Of a closed school nothing else is said: "closed" beside "school ends at one" would leave a family guessing.
        if (standing.Exists(one => one.Kind == ScheduleChangeKind.Closure))
        {
            standing.RemoveAll(one => one.Kind != ScheduleChangeKind.Closure);
        }

        // A day ends once: of two hours the one posted last is said, not both.
        var overtaken = standing.Where(one => standing.Exists(other => other.ReplacesOthersLike(one) && IsLater(other, one))).ToHashSet();
        standing.RemoveAll(overtaken.Contains);

        return new ChangedDay(
            [.. standing.OrderBy(one => one.StartsAt ?? LocalTime.Midnight).ThenBy(one => one.ChangeId, StringComparer.Ordinal)], begins);
    }

    /// <summary>What a person is to hear, given what the person heard last; null: nothing.</summary>
    public DayNews? NewsFor(ToldDay? told, Instant now, Evenings evenings)
    {
        var ahead = Standing.Where(one => begins[one.Mark] > now).ToList();
        if (Standing.Any(one => one.Kind == ScheduleChangeKind.Closure) && ahead.Count == 0)
        {
            // The school is closed by now: that what else was said does not hold is no longer news.
            return null;
        }

        var truth = ahead.Select(one => one.Said).ToHashSet(StringComparer.Ordinal);
        var known = (told?.Said ?? []).Where(one => IsAhead(one, now)).ToHashSet(StringComparer.Ordinal);
        var saidNormal = told is { Said.Count: 0 };
        if (truth.SetEquals(known))
        {
            return told is { Early: true } && truth.Count > 0 && Instant.Max(now, evenings.Before) < Until
                ? News(DayTone.Again, Instant.Max(now, evenings.Before), ahead, evenings)
                : null;
        }

        // What was said and is wrong now is put right at once; what is only more waits for its evening.
        var isWrong = saidNormal || !known.IsSubsetOf(truth);
        var at = isWrong ? now : evenings.Next(now);
        var tone = truth.Count == 0 ? DayTone.Normal : told is null ? DayTone.First : DayTone.Update;
        return News(tone, at, ahead, evenings);
    }

    private static bool IsLater(ScheduleChange one, ScheduleChange other) =>
        one.PostedAt > other.PostedAt
        || (one.PostedAt == other.PostedAt && string.CompareOrdinal(one.ChangeId, other.ChangeId) > 0);

    private DayNews News(DayTone tone, Instant at, List<ScheduleChange> ahead, Evenings evenings) => new()
    {
        Tone = tone,
        At = at,
        Changes = ahead,
        Tells = new ToldDay(
            [.. Standing.Select(one => one.Said).Order(StringComparer.Ordinal)],
            evenings.Early is not null && at < evenings.Before),
    };

    private bool IsAhead(string said, Instant now) =>
        // What is not on record for this day any more cannot have begun.
        !begins.TryGetValue(said[..said.IndexOf('-', StringComparison.Ordinal)], out var begin) || begin > now;
}
