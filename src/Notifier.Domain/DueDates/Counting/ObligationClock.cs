using Notifier.Law;
using Notifier.Obligations;

namespace Notifier.DueDates.Counting;

/// <summary>One obligation of one kind of plan: the state's clock and the federal one, and which of them governs.</summary>
internal sealed class ObligationClock(ObligationEntry entry, VersionedCount? state, VersionedCount? federal)
{
    private readonly bool replaces = state?.Versions.Any(version => version.Version.ReplacesFederal) == true
        || federal?.Versions.All(version => version.Version.DistrictPolicy) == true;

    public ObligationEntry Entry => entry;

    /// <summary>Kinds of plan dates of which at least one must be on record.</summary>
    public ulong Needs { get; } = (state?.Needs ?? 0) | (federal?.Needs ?? 0) | Shown(state)
        | (entry.Id == ObligationIds.InitialEvaluation ? CountNode.Bit(PlanDateKind.CompletionDateAgreed) : 0);

    /// <summary>The district's own, stricter number; null: it has none.</summary>
    public DayCountNode? Stricter { get; init; }

    /// <summary>What is said when the state's clock waits for a date and the federal one it replaces would run.</summary>
    public string StateStartMissing { get; init; } = "";

    /// <summary>Whether the duty concerns this plan at all; null: it does.</summary>
    public Func<PlanFacts, Counted, bool>? Concerns { get; init; }

    public IEnumerable<CountVersion> Versions => (state?.Versions ?? []).Concat(federal?.Versions ?? []);

    public Counted Count(PlanFacts facts, out CountVersion? version)
    {
        var counted = ByLaw(facts, out version);
        if (Stricter is null || !counted.IsFound || counted.IsAgreed)
        {
            return counted;
        }

        var comparison = facts.Trace?.BeginComparison();
        comparison?.Add(counted);
        var mark = facts.Trace?.Mark();
        var stricter = Stricter.Evaluate(facts);
        if (!stricter.IsFound)
        {
            // The date of the law is certain: a district's wish that cannot be counted yet must not take it away.
            facts.Trace?.Forget(mark!.Value);
            return counted;
        }

        comparison?.Add(stricter);
        facts.Trace?.Noted($"The district asks {Stricter.Words} of itself.");
        var earlier = Counted.Earlier(counted, stricter).StartedOn(counted.Start);
        comparison?.End(earlier, earliest: true);
        return earlier;
    }

    private Counted ByLaw(PlanFacts facts, out CountVersion? version)
    {
        if (state is null)
        {
            var alone = federal!.Count(facts, out version, out _);
            facts.Trace?.Under(version, isState: false);
            return alone.IsNotRecorded ? AgreedAlone(facts, federal.Versions[0], out version) : alone;
        }

        var comparison = replaces ? null : facts.Trace?.BeginComparison();
        var own = state.Count(facts, out var ownVersion, out var inForce);
        facts.Trace?.Under(ownVersion, isState: true);
        facts.Trace?.BesideFederal(ownVersion, entry, federal?.Versions[0], replaces);
        if (own.IsNotRecorded && inForce && ShownToRun(facts) is { } runs)
        {
            (own, ownVersion) = (Counted.Unfinished(runs.Since, int.MinValue, StateStartMissing), runs.Version);
            facts.Trace?.Stopped(StateStartMissing);
        }

        if (federal is null || (replaces && !own.IsNotRecorded))
        {
            version = ownVersion;
            return own;
        }

        if (replaces && inForce)
        {
            return WithoutStateStart(facts, out version);
        }

        comparison?.Add(own);
        var general = federal.Count(facts, out var generalVersion, out _);
        facts.Trace?.Under(generalVersion, isState: false);
        comparison?.Add(general);
        var governing = Counted.Earlier(own, general);
        comparison?.End(governing, earliest: true);
        version = ownVersion is not null && IsSame(governing, own) ? ownVersion : generalVersion;
        return governing;
    }

    private Counted WithoutStateStart(PlanFacts facts, out CountVersion? version)
    {
        var agreed = AgreedAlone(facts, state!.Versions[0], out version);
        if (!agreed.IsNotRecorded)
        {
            return agreed;
        }

        version = state.Versions[0];
        var mark = facts.Trace?.Mark();
        var general = federal!.Count(facts, out _, out _);
        facts.Trace?.Forget(mark!.Value);
        if (general.IsNotRecorded)
        {
            return general;
        }

        facts.Trace?.Stopped(StateStartMissing);
        return Counted.Unfinished(general.Start, int.MinValue, StateStartMissing);
    }

    /// <summary>The state's clock runs, as another date shows, though the one it starts from is not on record.</summary>
    private (int Since, CountVersion Version)? ShownToRun(PlanFacts facts)
    {
        foreach (var version in state!.Versions)
        {
            if (version.Version.Needs is { } needed && facts.Has(needed.Once) && !facts.Has(needed.Date))
            {
                var since = facts.Latest(needed.Once);
                // What was met long ago is no problem any more.
                if (version.InForceOn(since) && facts.FirstWithin(version.MetBy, since - 1, facts.AsOf) is null)
                {
                    return (since, version);
                }
            }
        }

        return null;
    }

    private static ulong Shown(VersionedCount? state) => state is null ? 0 : state.Versions.Aggregate(
        0UL, (mask, version) => version.Version.Needs is { } needed ? mask | CountNode.Bit(needed.Once) : mask);

    /// <summary>34 CFR 300.301(d)-(e): after a move in mid-evaluation the agreed date may be all that is on record.</summary>
    private Counted AgreedAlone(PlanFacts facts, CountVersion governing, out CountVersion? version)
    {
        version = governing;
        if (entry.Id != ObligationIds.InitialEvaluation || !facts.Has(PlanDateKind.CompletionDateAgreed))
        {
            return Counted.NotRecorded;
        }

        var agreed = facts.Latest(PlanDateKind.CompletionDateAgreed);
        facts.Trace?.Agreed(agreed, null);
        return Counted.NotRecorded.AgreedOn(agreed);
    }

    private static bool IsSame(Counted governing, Counted own) =>
        governing.IsFound == own.IsFound && governing.Day == own.Day && governing.Start == own.Start
        && governing.NotBefore == own.NotBefore && ReferenceEquals(governing.Problem, own.Problem);
}
