using NodaTime.Text;
using Notifier.Application.Problems;
using Notifier.Cli.Commands;
using Notifier.Cli.Output;
using Notifier.Cli.Sample;
using Notifier.DueDates;
using Notifier.Functions.Settings;
using Spectre.Console;

namespace Notifier.Cli.Demo;

/// <summary>The whole main job on a sample district, from plan dates to files in the outbox, and what came of it.</summary>
public sealed class DemoShow(Screen screen, DemoFolder folder, int seed)
{
    private readonly SampleDistrict sample = SampleDistrict.Make(seed);

    private readonly Steps steps = new(screen.Human);

    public async Task<int> RunAsync(CancellationToken stop)
    {
        var clock = new DemoClock(DemoDay.Start(sample.District));
        SeenDeliveries? seen = null;
        screen.Human.Write(new Text($"{sample.District.Name}, an invented district, on {Written.Day(SampleCalendar.AsOf)}\n", Colors.Heading));
        screen.Human.WriteLine("Nothing leaves this machine: every email and text becomes a file.");
        screen.Human.WriteLine();

        await steps.RunAsync("Making the district", _ => Task.FromResult(Make()));
        await using var home = await OneMachine.OpenAsync(new()
        {
            DataFolder = folder.Store,
            Clock = clock,
            Delivery = new() { Mode = DeliveryMode.Outbox },
            Watch = outbox => seen = new SeenDeliveries(outbox),
        });
        FolderImportResult? imported = null;
        await steps.RunAsync("Checking and importing", async progress =>
        {
            imported = await new FolderImport(home.Store, clock).RunAsync(folder.District, folder.Store, confirmed: true, progress, stop);
            return ImportText.Outcome(imported.Result);
        });
        var change = new DemoChange(sample.District, folder);
        await change.PostAsync(home.Store.Sender, stop);
        RunOutcome? outcome = null;
        await steps.RunAsync("Living through the day, hour by hour", async progress =>
        {
            outcome = await new DemoDay(sample.District, clock).LiveAsync(home, progress, stop);
            return RunText.InShort(outcome.Summary);
        });
        var asOf = LocalDatePattern.Iso.Format(SampleCalendar.AsOf);
        var answer = await new DueDatesQuestion(folder.District, SampleCalendar.AsOf, null).AnswerAsync(clock, stop);

        screen.Human.WriteLine();
        MistakesSummary.Write(screen.Human, imported!);
        DueSummary.Write(screen.Human, answer);
        new ToldSummary(imported!.District!, seen?.Accepted ?? []).Write(screen.Human);
        new ChangeSummary(change, seen?.Accepted ?? []).Write(screen.Human);
        DigestSummary.Write(screen.Human, seen?.Accepted ?? []);
        WeekSummary.Write(screen.Human, seen?.Accepted ?? []);
        ActSummary.Write(screen.Human, await ProblemsAsync(home, stop), imported!.District!);
        var example = answer.DueDates.FirstOrDefault(due => due.DueDate is { Status: DueStatus.Overdue, DueOn: not null }) ?? answer.DueDates[0];
        NextSteps.Write(screen.Human, folder, asOf, LocalDatePattern.Iso.Format(SampleCalendar.AsOf.PlusDays(1)), example.DueDate.PlanId, example.DueDate.StudentId);
        return outcome is { AllWell: true, SetAside: 0 } ? CommandLine.ExitCode.Done : CommandLine.ExitCode.Failed;
    }

    private string Make()
    {
        SampleFolder.Write(sample, folder.District);
        return $"{Written.Count(sample.Children.Count, "child", "children")} with plans in {SampleSchools.All.Count} schools";
    }

    private async Task<IReadOnlyList<ProblemRow>> ProblemsAsync(OneMachine home, CancellationToken stop) =>
        await new VisibleProblems(home.Store.Tables).ListOpenAsync(sample.District.DistrictId, stop).ToListAsync(stop);
}
