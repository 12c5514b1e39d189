using System.CommandLine;
using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;
using Notifier.Functions.Settings;

namespace Notifier.Cli.Commands;

/// <summary><c>run --data DIR [--once] [--at INSTANT]</c>: the one-machine home.</summary>
public sealed class RunCommand : ICommandWords
{
    private readonly StoreWords store = new(StoreNeeds.Queues | StoreNeeds.Folder);

    private readonly Option<bool> once = new("--once") { Description = "Handle everything due at this moment, then end." };

    private readonly Option<Instant?> at = Words.At();

    private readonly Option<bool> verbose = new("--verbose") { Description = "Write the log to standard error; Logging__LogLevel__Default=Debug says more, =Warning less." };

    public RunCommand(Screen screen, IClock clock)
    {
        Command = new("run", "Run on this machine: due dates, reminders and notices, until Ctrl+C.") { once, at, verbose };
        store.AddTo(Command);
        Command.Validators.Add(result =>
        {
            if (result.GetResult(at) is { Implicit: false } && !result.GetValue(once))
            {
                result.AddError("--at needs --once: without it the home follows the machine's clock.");
            }
        });
        Command.SetAction((parsed, cancellationToken) => RunAsync(
            screen,
            store.From(parsed),
            new OneMachineSettings
            {
                DataFolder = store.From(parsed).DataFolder!,
                Clock = parsed.GetValue(once) ? new FixedClock(parsed.GetValue(at) ?? clock.GetCurrentInstant()) : clock,
                Delivery = DeliveryOptions.From(SettingsFile.Read(), DeliveryMode.Outbox),
                Web = WebOptions.From(SettingsFile.Read()),
                SchoolOffice = SchoolOfficeOptions.From(SettingsFile.Read()),
                Log = parsed.GetValue(verbose) ? Verbose : null,
                OpenStore = settings => store.From(parsed).OpenToRun(settings.Clock, SettingsFile.Read()),
            },
            parsed.GetValue(once),
            cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier run --data ./store --once --at 2026-11-17T14:30:00Z";

    public string ExitCodes =>
        "0 done; 1 failed, or something was set aside: run again, or see 'notifier set-aside'; 2 bad usage or settings.";

    private static async Task<int> RunAsync(
        Screen screen, StoreChoice choice, OneMachineSettings settings, bool once, CancellationToken cancellationToken)
    {
        choice.RequireLocalStore();
        await using var home = await OneMachine.OpenAsync(settings);
        RunOutcome? outcome = null;
        if (once)
        {
            var moment = settings.Clock.GetCurrentInstant();
            await new Steps(screen.Notes).RunAsync($"Running for {Written.Moment(moment)}", async progress =>
            {
                outcome = await home.RunOnceAsync([moment], new CallsSoFar(progress), cancellationToken);
                return RunText.InShort(outcome.Summary);
            });
        }
        else
        {
            await screen.Error.WriteLineAsync("notifier: running; Ctrl+C ends it after the work in hand.");
            outcome = await home.RunAsync(progress: null, cancellationToken);
        }

        RunText.Write(screen.Human, outcome!, settings.OutboxFolder, choice.Words);
        return outcome is { AllWell: true, SetAside: 0 } ? ExitCode.Done : ExitCode.Failed;
    }

    // What the libraries say of each connection would bury what we say; the settings may ask for more or less of either.
    private static void Verbose(ILoggingBuilder log) => log
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("System", LogLevel.Warning)
        .AddConfiguration(SettingsFile.Read().GetSection("Logging"))
        .AddSimpleConsole(console => console.SingleLine = true)
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
