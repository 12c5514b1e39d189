using Notifier.Law;
using Notifier.Law.Counts;
using Notifier.PlanDates;

namespace Notifier.DueDates.Counting;

/// <summary>A district's own, stricter number of days: never looser than the law's.</summary>
internal static class StricterPolicy
{
    /// <summary>The district's clock, or null when it has set no number for this obligation.</summary>
    /// <exception cref="ArgumentException">The number is looser than the law.</exception>
    public static DayCountNode? Node(
        ObligationId id, IReadOnlyList<ObligationVersion> general, IReadOnlyList<ObligationVersion> own,
        CountCompiler compiler, StateLaw law, District district)
    {
        if (!district.Policies.StricterDays.TryGetValue(id, out var days)
            || own.Concat(general).FirstOrDefault(each => Primary(each.Count) is not null) is not { } version)
        {
            return null;
        }

        var primary = Primary(version.Count)!;
        var looser = primary.Backward ? days < primary.Number : days > primary.Number;
        if (looser || days < 0)
        {
            throw new ArgumentException(
                $"District {district.DistrictId}: {days} days for '{id}' in stricterDays is looser than the "
                + $"{primary.Number} {Words(primary)} of {version.Citation} ({law.Name}). A district may only be stricter.");
        }

        return compiler.Days(primary with { Number = days });
    }

    /// <summary>A number for which no clock of the district runs would be ignored in silence: it is refused instead.</summary>
    /// <exception cref="ArgumentException">A number is set that no rule of the law could be stricter than.</exception>
    public static void RefuseUnused(IEnumerable<ClockTable> tables, StateLaw law, District district)
    {
        var used = tables.SelectMany(table => table.All).Where(clock => clock.Stricter is not null)
            .Select(clock => clock.Entry.Id).ToHashSet();
        foreach (var (id, days) in district.Policies.StricterDays)
        {
            if (!used.Contains(id))
            {
                throw new ArgumentException(
                    $"District {district.DistrictId}: '{id}' is given {days} days in stricterDays, but the law on file for "
                    + $"{law.Name} counts no days there that could be stricter. Remove it.");
            }
        }
    }

    /// <summary>
    /// The number the obligation is known by: the first one the rule names, in its unit, leaving out the same days.
    /// </summary>
    private static DayCount? Primary(Count? count) => count switch
    {
        DayCount days => days,
        AnnualReviewAfter review => new DayCount(DayUnit.Calendar, 365, false, review.From),
        ThreeYearsAfter years => new DayCount(DayUnit.Calendar, 1095, false, years.From),
        NotAfter bounded => Primary(bounded.Counted),
        ClockFrom clock => Primary(clock.Counted),
        OutOfSummer summer => Primary(summer.Counted),
        EarlierOf earlier => earlier.Options.Select(Primary).FirstOrDefault(found => found is not null),
        LaterOf later => later.Options.Select(Primary).FirstOrDefault(found => found is not null),
        Branch branch => Primary(branch.Otherwise)
            ?? branch.Cases.Select(item => Primary(item.Then)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string Words(DayCount primary) =>
        $"{(primary.Unit == DayUnit.Calendar ? "calendar" : primary.Unit == DayUnit.School ? "school" : "business")} days";
}
