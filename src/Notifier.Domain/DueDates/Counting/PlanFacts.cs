using System.Runtime.InteropServices;
using Notifier.Calendars;
using Notifier.DueDates.Explaining;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.DueDates.Counting;

/// <summary>One plan's dates as day numbers: filled once per plan, read by every count, then filled again.</summary>
internal sealed class PlanFacts
{
    private readonly int[] latest = new int[64];
    private int[] days = new int[32];
    private PlanDateKind[] kinds = new PlanDateKind[32];
    private int count;

    private const ulong NoKind = 1UL << 63;

    // The school year looked at is the same for every plan of a building on one day.
    private SchoolCalendar? cycleCalendar;
    private int cycleAsOf;
    private (int First, int Before) cycle;

    public PlanRecord Record { get; private set; } = null!;

    public SchoolCalendar Calendar { get; private set; } = null!;

    public int AsOf { get; private set; }

    /// <summary>One bit for each kind that is on record, and the highest bit always.</summary>
    public ulong Present { get; private set; }

    /// <summary>Null: nobody asked for reasons.</summary>
    public TraceKeeper? Trace { get; set; }

    public void Load(PlanRecord record, SchoolCalendar calendar, int asOf)
    {
        Record = record;
        Calendar = calendar;
        AsOf = asOf;
        var dates = record.Dates switch
        {
            PlanDate[] array => array.AsSpan(),
            List<PlanDate> list => CollectionsMarshal.AsSpan(list),
            var other => other.ToArray(),
        };
        count = dates.Length;
        if (count > days.Length)
        {
            Array.Resize(ref days, count * 2);
            Array.Resize(ref kinds, count * 2);
        }

        var present = NoKind;
        for (var index = 0; index < count; index++)
        {
            var row = dates[index];
            var day = DayNumber.Of(row.Date);
            var kind = (int)row.Kind;
            days[index] = day;
            kinds[index] = row.Kind;
            if ((present & (1UL << kind)) == 0 || day > latest[kind])
            {
                latest[kind] = day;
            }

            present |= 1UL << kind;
        }

        Present = present;
    }

    public bool Has(PlanDateKind kind) => (Present & CountNode.Bit(kind)) != 0;

    /// <summary>The latest date of a kind that is on record.</summary>
    public int Latest(PlanDateKind kind) => latest[(int)kind];

    /// <summary>The latest date of a kind strictly after a day, or strictly before another; null: none.</summary>
    public int? LatestWithin(PlanDateKind kind, int after, int before)
    {
        int? found = null;
        for (var index = 0; index < count; index++)
        {
            if (kinds[index] == kind && days[index] > after && days[index] < before && !(days[index] <= found))
            {
                found = days[index];
            }
        }

        return found;
    }

    /// <summary>The earliest date of any of several kinds strictly after a day and up to another; null: none.</summary>
    public int? FirstWithin(ulong mask, int after, int upTo)
    {
        int? found = null;
        for (var index = 0; index < count; index++)
        {
            if ((mask & CountNode.Bit(kinds[index])) != 0 && days[index] > after && days[index] <= upTo
                && !(days[index] >= found))
            {
                found = days[index];
            }
        }

        return found;
    }

    /// <summary>The same for rows of one kind whose detail is exactly this.</summary>
    public int? FirstWithDetail(PlanDateKind kind, string detail, int after, int upTo)
    {
        int? found = null;
        for (var index = 0; index < count; index++)
        {
            if (kinds[index] == kind && days[index] > after && days[index] <= upTo && !(days[index] >= found)
                && string.Equals(Record.Dates[index].Detail, detail, StringComparison.OrdinalIgnoreCase))
            {
                found = days[index];
            }
        }

        return found;
    }

    /// <summary>The details of every row of a kind on a day.</summary>
    public IEnumerable<string> Details(PlanDateKind kind, int day)
    {
        for (var index = 0; index < count; index++)
        {
            if (kinds[index] == kind && days[index] == day)
            {
                yield return Record.Dates[index].Detail;
            }
        }
    }

    public IEnumerable<(int Day, string Detail)> Rows(PlanDateKind kind)
    {
        for (var index = 0; index < count; index++)
        {
            if (kinds[index] == kind)
            {
                yield return (days[index], Record.Dates[index].Detail);
            }
        }
    }

    /// <summary>How many different days of a kind are school days, strictly after a day and up to another.</summary>
    public int CountSchoolDaysOf(PlanDateKind kind, int after, int upTo)
    {
        var found = 0;
        for (var index = 0; index < count; index++)
        {
            if (kinds[index] == kind && days[index] > after && days[index] <= upTo && Calendar.IsSchoolDay(days[index])
                && !IsRepeated(index))
            {
                found++;
            }
        }

        return found;
    }

    /// <summary>The first day of the current or coming school year, and the last school day before it.</summary>
    public (int First, int Before) Cycle()
    {
        if (cycleCalendar != Calendar || cycleAsOf != AsOf)
        {
            var first = Calendar.CycleFirstDay(AsOf);
            cycle = (first, first == SchoolCalendar.Unknown ? first : Calendar.LastDayBeforeYear(first));
            (cycleCalendar, cycleAsOf) = (Calendar, AsOf);
        }

        return cycle;
    }

    /// <summary>The different days of a kind that are school days, strictly after a day and up to another, in order.</summary>
    public int[] SchoolDaysOf(PlanDateKind kind, int after, int upTo) => Has(kind)
        ?
        [
            .. Rows(kind).Select(row => row.Day).Distinct()
                .Where(day => day > after && day <= upTo && Calendar.IsSchoolDay(day)).Order(),
        ]
        : [];

    private bool IsRepeated(int index)
    {
        for (var earlier = 0; earlier < index; earlier++)
        {
            if (days[earlier] == days[index] && kinds[earlier] == kinds[index])
            {
                return true;
            }
        }

        return false;
    }
}
