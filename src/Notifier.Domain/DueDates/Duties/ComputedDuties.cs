using Notifier.DueDates.Counting;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.DueDates.Duties;

/// <summary>The duties whose date no number gives, by the name the law files use.</summary>
internal static class ComputedDuties
{
    public static CountNode Make(string name, StateLaw law, DistrictPolicies policies) => name switch
    {
        "iepInEffect" => new IepInEffect(AnnualSpan.Of(policies.AnnualRule)),
        "safeguardsNotice" => new SafeguardsNotice(policies.SafeguardsNoticeDay),
        "progressReport" => new ProgressReport(),
        "transitionPlanning" => new TransitionPlanning(
            Transition(law), law.Own is { TransitionAges.Count: > 0 }, AnnualSpan.Of(policies.AnnualRule)),
        "rightsTransferStatement" => new RightsTransfer(Majority(law), yearsBefore: 1),
        "rightsTransfer" => new RightsTransfer(Majority(law), yearsBefore: 0),
        "summaryOfPerformance" => new SummaryOfPerformance(),
        "exitEvaluation" => new ExitEvaluation(),
        "removalServices" => new RemovalServices(),
        "planHandover" => new PlanHandover(),
        "goalReview" => new GoalReview(),
        "section504YearMeeting" => policies.Section504YearMeetingDays is { } days
            ? new Section504YearMeeting(days)
            : new NeverNode(),
        _ => throw new ArgumentException($"The law files ask for the rule '{name}', which no code computes.", nameof(name)),
    };

    private static IReadOnlyList<TransitionAge> Transition(StateLaw law) =>
        law.Own is { TransitionAges.Count: > 0 } own ? own.TransitionAges : law.Federal.TransitionAges;

    private static IReadOnlyList<MajorityAge> Majority(StateLaw law) =>
        law.Own is { MajorityAges.Count: > 0 } own ? own.MajorityAges : law.Federal.MajorityAges;
}
