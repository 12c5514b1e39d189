namespace Notifier.Application.PlanDates;

/// <summary>From how much on something looks like a mistake: both must be reached.</summary>
/// <param name="Least">How many.</param>
/// <param name="Percent">Of how many there are, in percent.</param>
public sealed record ImportLimit(int Least, int Percent)
{
    public bool IsReached(int count, int of) => count >= Least && 100L * count >= (long)Percent * of;
}
