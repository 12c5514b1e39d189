using NodaTime;
using NodaTime.Text;
using Notifier.Evidence;

namespace Notifier.Application.DueDates;

/// <summary>Which due dates moved between two refreshes, and why.</summary>
public static class DueDateMoves
{
    /// <summary>One entry for each due date of the same obligation whose day is another one now.</summary>
    /// <param name="studentId">Whose due dates they are.</param>
    /// <param name="before">The schedule that stands.</param>
    /// <param name="after">The one to be written.</param>
    /// <param name="cause">What the message that led to the refresh says; no names.</param>
    /// <param name="at">The moment of the refresh.</param>
    public static IReadOnlyList<EvidenceEntry> Between(
        string studentId, StudentSchedule before, StudentSchedule after, string cause, Instant at)
    {
        var entries = new List<EvidenceEntry>();
        var old = before.DueDates.ToLookup(KeyOf);
        foreach (var same in after.DueDates.GroupBy(KeyOf))
        {
            foreach (var (from, to) in Pairs([.. old[same.Key]], [.. same]))
            {
                if (from.DueOn != to.DueOn)
                {
                    entries.Add(Entry(studentId, from, to, ReasonFor(from, to, before, after), cause, after, at));
                }
            }
        }

        return entries;
    }

    // The same clock first; then, if one is left on each side, the clock that took the other's place.
    private static IEnumerable<(KnownDueDate From, KnownDueDate To)> Pairs(List<KnownDueDate> old, List<KnownDueDate> now)
    {
        old.RemoveAll(one => now.RemoveAll(other => other == one) > 0);
        foreach (var to in now.ToList())
        {
            if (old.Find(one => one.StartedOn == to.StartedOn) is { } from)
            {
                old.Remove(from);
                now.Remove(to);
                yield return (from, to);
            }
        }

        if (old.Count == 1 && now.Count == 1)
        {
            yield return (old[0], now[0]);
        }
    }

    private static string ReasonFor(KnownDueDate from, KnownDueDate to, StudentSchedule before, StudentSchedule after)
    {
        if (from.StartedOn != to.StartedOn)
        {
            return $"the clock starts on {Iso(to.StartedOn)} instead of {Iso(from.StartedOn)}";
        }

        return (before.CalendarVersion != after.CalendarVersion, before.StudentVersion != after.StudentVersion) switch
        {
            (true, true) => "the calendar and the dates on record changed",
            (true, false) => "the calendar changed",
            (false, true) => "the dates on record changed",
            _ when before.DistrictVersion != after.DistrictVersion => "the district's policies changed",
            _ => "the program counts it otherwise than before",
        };
    }

    private static EvidenceEntry Entry(
        string studentId, KnownDueDate from, KnownDueDate to, string reason, string cause, StudentSchedule after, Instant at) =>
        new()
        {
            Kind = EvidenceKind.DueDateMoved,
            At = at,
            StudentId = studentId,
            PlanId = to.PlanId,
            Detail = EvidenceDetail.Of(
                ("obligation", to.Obligation.Value), ("part", to.Part), ("old", Iso(from.DueOn)), ("new", Iso(to.DueOn)),
                ("reason", reason), ("cause", cause), ("calendar", after.CalendarVersion)),
        };

    private static (string, string, string) KeyOf(KnownDueDate due) => (due.PlanId, due.Obligation.Value, due.Part);

    private static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "unknown";
}
