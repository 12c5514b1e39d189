namespace Notifier.DueDates.Counting;

/// <summary>The versions of one rule, newest first: the date that starts the clock decides which one holds.</summary>
internal sealed class VersionedCount(CountVersion[] versions)
{
    public IReadOnlyList<CountVersion> Versions => versions;

    public ulong Needs { get; } = versions.Aggregate(0UL, (mask, version) => mask | version.Node.Needs);

    /// <summary>Counts under the version in force; false in the last argument: a clock ran, but under no version on file.</summary>
    public Counted Count(PlanFacts facts, out CountVersion? version, out bool anyInForce)
    {
        anyInForce = true;
        foreach (var candidate in versions)
        {
            var mark = facts.Trace?.Mark();
            var counted = candidate.Count(facts);
            if (!counted.IsNotRecorded)
            {
                if (candidate.InForceOn(counted.Start))
                {
                    version = candidate;
                    return counted;
                }

                anyInForce = false;
            }

            facts.Trace?.Forget(mark!.Value);
        }

        version = null;
        return Counted.NotRecorded;
    }
}
