using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>A first evaluation is completed after the consent to it (34 CFR 300.300(a)(1)).</summary>
internal sealed class EvaluationBeforeConsent : IContradictionRule
{
    private static readonly PlanDateKind[] Completions = [PlanDateKind.EvaluationCompleted, PlanDateKind.EvaluationReportCompleted];

    public IEnumerable<Contradiction> Find(DatesOfPlan dates)
    {
        if (dates.First(PlanDateKind.ConsentReceived) is not { } consent || dates.Any(PlanDateKind.TransferIepReceived))
        {
            yield break;
        }

        foreach (var completed in Completions.Select(dates.First).OfType<PlanDate>().Where(date => date.Date < consent.Date))
        {
            yield return new Contradiction(
                completed, $"{Words.Of(completed.Kind)} lies before the consentReceived of {Words.Of(consent.Date)}",
                "Check both; consent to a re-evaluation is reevaluationConsentReceived");
        }
    }
}
