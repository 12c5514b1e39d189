using NodaTime;
using Notifier.Cli.Output;

namespace Notifier.Cli.Commands;

/// <summary>Every command, in the order in which help lists them.</summary>
public static class AllCommands
{
    public static IReadOnlyList<ICommandWords> For(Screen screen, IClock clock) =>
    [
        new DemoCommand(screen),
        new CheckCommand(screen, clock),
        new DueCommand(screen, clock),
        new RatesCommand(screen, clock),
        new ExplainCommand(screen, clock),
        new ImportCommand(screen, clock),
        new RunCommand(screen, clock),
        new AnnounceCommand(screen, clock),
        new EvidenceCommand(screen, clock),
        new ProblemsCommand(screen, clock),
        new AcknowledgeCommand(screen, clock),
        new AddressesCommand(screen, clock),
        new SetAsideCommand(screen, clock),
        new BackupCommand(screen, clock),
    ];
}
