using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>What happened to one child's plan, told in plan dates.</summary>
/// <param name="Name">For the people who read the generator; it is written nowhere.</param>
/// <param name="Kind">The plan's kind.</param>
/// <param name="LeastAge">The child's youngest age on 1 September of the school year.</param>
/// <param name="MostAge">The child's oldest age on that day.</param>
/// <param name="Tell">The plan dates; equal draws give equal dates.</param>
public sealed record SampleStory(
    string Name, PlanKind Kind, int LeastAge, int MostAge, Func<SampleDays, SampleRandom, IEnumerable<PlanDate>> Tell)
{
    /// <summary>A birthday the story depends on: month and day, or null.</summary>
    public NodaTime.AnnualDate? Birthday { get; init; }
}
