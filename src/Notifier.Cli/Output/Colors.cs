using Notifier.Application.PlanDates;
using Notifier.DueDates;
using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>The few colors there are. Each goes with a word, so that nothing is said by color alone.</summary>
public static class Colors
{
    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    public static Style Quiet { get; } = new(decoration: Decoration.Dim);

    public static Style Of(DueStatus status) => status switch
    {
        DueStatus.Overdue => new(Color.Red, decoration: Decoration.Bold),
        DueStatus.Due => new(Color.Yellow),
        DueStatus.MetLate => new(Color.Yellow),
        DueStatus.Met => new(Color.Green),
        _ => Style.Plain,
    };

    public static Style Of(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Fatal or ProblemSeverity.Rejected => new(Color.Red, decoration: Decoration.Bold),
        ProblemSeverity.Warning => new(Color.Yellow),
        _ => Style.Plain,
    };
}
