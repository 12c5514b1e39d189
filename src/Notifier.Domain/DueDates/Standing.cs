using Notifier.DueDates.Counting;
using Notifier.DueDates.Duties;
using Notifier.Obligations;
using static Notifier.Law.PlanDateKind;

namespace Notifier.DueDates;

/// <summary>Where an obligation stands on the day asked about: met, ended, or open and how near.</summary>
internal sealed class Standing(ObligationClock clock, int dueSoonDays)
{
    /// <summary>Evidence this long before a date that is counted back from may belong to it.</summary>
    private const int LongestLead = 366;

    private static readonly ulong ReturnKinds = CountNode.Bit(ReferralReceived) | CountNode.Bit(ConsentReceived)
        | CountNode.Bit(IepMeetingHeld) | CountNode.Bit(ServiceConsentReceived) | CountNode.Bit(TransferIepReceived)
        | CountNode.Bit(EligibilityDetermined) | CountNode.Bit(EvaluationCompleted);

    private readonly ulong endedBy = clock.Entry.EndedBy.Aggregate(0UL, (mask, kind) => mask | CountNode.Bit(kind));
    private readonly ulong liftedBy = clock.Entry.LiftedBy.Aggregate(0UL, (mask, kind) => mask | CountNode.Bit(kind));
    private readonly string id = clock.Entry.Id.Value;
    private readonly bool waitsForNoDate = clock.Needs == CountNode.Always;
    private readonly bool isLowerBound = clock.Entry.Id == ObligationIds.ReevaluationFloor;

    // An act on the very day a new cycle starts belongs to the cycle that just ended.
    private readonly bool startsAnew = clock.Entry.Id == ObligationIds.AnnualReview
        || clock.Entry.Id == ObligationIds.Reevaluation || clock.Entry.Id == ObligationIds.PublicBenefitsNotice
        || clock.Entry.Id == ObligationIds.ProgressReport;

    private readonly IJudgesItself? ownJudgement =
        clock.Versions.Select(version => version.Node).OfType<IJudgesItself>().FirstOrDefault();

    public DueStatus Of(PlanFacts facts, Counted counted, CountVersion version, out int? metOn)
    {
        if (ownJudgement?.Judge(facts, counted) is { } judged)
        {
            metOn = judged.MetOn;
            return judged.Status;
        }

        metOn = MetOn(facts, counted, version);
        if (metOn is { } met)
        {
            return counted.IsFound && met > counted.Day ? DueStatus.MetLate : DueStatus.Met;
        }

        return HasEnded(facts, counted) || IsLifted(facts, counted) ? DueStatus.NotOwed : Open(facts, counted);
    }

    private DueStatus Open(PlanFacts facts, Counted counted)
    {
        if (!counted.IsFound)
        {
            return DueStatus.Due;
        }

        if (isLowerBound)
        {
            // A lower bound is never late: once it has passed, nothing is held back any more.
            return facts.AsOf < counted.Day ? DueStatus.Upcoming : DueStatus.NotOwed;
        }

        return facts.AsOf > counted.Day ? DueStatus.Overdue
            : counted.Day - facts.AsOf <= dueSoonDays ? DueStatus.Due
            : DueStatus.Upcoming;
    }

    private int? MetOn(PlanFacts facts, Counted counted, CountVersion version)
    {
        if ((facts.Present & (version.MetBy | CountNode.Bit(ObligationMet))) == 0)
        {
            return null;
        }

        var after = After(facts, counted, version);
        var byKind = (facts.Present & version.MetBy) == 0 ? null : facts.FirstWithin(version.MetBy, after, facts.AsOf);
        var byName = facts.Has(ObligationMet) ? facts.FirstWithDetail(ObligationMet, id, after, facts.AsOf) : null;
        return byKind is null || byName < byKind ? byName : byKind;
    }

    /// <summary>Evidence counts from the day after this one.</summary>
    private int After(PlanFacts facts, Counted counted, CountVersion version)
    {
        if (counted.IsFound && counted.Day < counted.Start)
        {
            // Counted back from a meeting: an act before the meeting planned earlier belongs to that one.
            var earlier = version.Node.StartKind is { } kind
                ? facts.LatestWithin(kind, counted.Start - LongestLead, counted.Start)
                : null;
            return earlier ?? counted.Start - LongestLead;
        }

        return startsAnew ? counted.Start : counted.Start - 1;
    }

    private bool IsLifted(PlanFacts facts, Counted counted) =>
        (facts.Present & liftedBy) != 0
        && facts.FirstWithin(liftedBy, counted.Start - 1, counted.IsFound ? Math.Min(counted.Day, facts.AsOf) : facts.AsOf) is not null;

    private bool HasEnded(PlanFacts facts, Counted counted)
    {
        if ((facts.Present & endedBy) == 0)
        {
            return false;
        }

        var end = int.MinValue;
        foreach (var kind in clock.Entry.EndedBy)
        {
            if (facts.LatestWithin(kind, int.MinValue, facts.AsOf + 1) is { } day && day > end)
            {
                end = day;
            }
        }

        if (end == int.MinValue)
        {
            return false;
        }

        // A clock that starts afterwards is a new one; a duty without a start of its own revives when the student is back.
        return waitsForNoDate
            ? facts.FirstWithin(ReturnKinds, end, facts.AsOf) is null
            : counted.Start <= end || (counted.IsFound && counted.Day < counted.Start);
    }
}
