using System.CommandLine;
using NodaTime;
using Notifier.Application.Digests;
using Notifier.Application.DueDates;
using Notifier.Application.Evidence;
using Notifier.Application.PlanDates;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;
using Notifier.Obligations;
using Spectre.Console;

namespace Notifier.Cli.Commands;

/// <summary><c>acknowledge --plan ID --obligation ID</c>: a case manager has seen what is overdue, and those above wait.</summary>
public sealed class AcknowledgeCommand : ICommandWords
{
    private readonly StoreWords store = new(StoreNeeds.Tables);

    private readonly Option<string> plan = Words.Plan(required: true);

    private readonly Option<string?> obligation = new("--obligation")
    {
        Description = "The id of the obligation, as 'due' names it. Without it: all that is overdue of the plan.",
        HelpName = "ID",
    };

    private readonly Option<string?> by = new("--by")
    {
        Description = "The staff id of whoever has seen it. Without it: the plan's case manager.",
        HelpName = "ID",
    };

    private readonly Option<string?> district = Words.District();

    public AcknowledgeCommand(Screen screen, IClock clock)
    {
        Command = new("acknowledge", "Record that an overdue duty was seen: those above hear of it so many school days later.")
        {
            plan, obligation, by, district,
        };
        store.AddTo(Command);
        Command.SetAction((parsed, cancellationToken) => RunAsync(
            screen, clock, store.From(parsed), parsed.GetValue(district), parsed.GetRequiredValue(plan), parsed.GetValue(obligation),
            parsed.GetValue(by), cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier acknowledge --data ./store --plan P1 --obligation annual-review";

    public string ExitCodes => "0 recorded, now or before; 2 bad usage, no such store, plan or member of staff, or nothing is overdue.";

    private static async Task<int> RunAsync(
        Screen screen, IClock clock, StoreChoice choice, string? district, string planId, string? obligation, string? by,
        CancellationToken cancellationToken)
    {
        await using var store = choice.OpenExistingBeside(clock, SettingsFile.Read());
        var districtId = await StoreOfRun.DistrictAsync(store, district, cancellationToken);
        var file = (await new DistrictFiles(store.Tables).GetAsync(districtId, cancellationToken))!;
        var student = await new StudentFiles(store.Tables).AllAsync(districtId, cancellationToken)
            .FirstOrDefaultAsync(one => one.Plans.Any(record => record.Plan.PlanId == planId), cancellationToken)
            ?? throw CommandException.BadInput($"there is no plan '{planId}' in district '{districtId}'.");
        if (by is not null && file.Staff.All(member => member.StaffId != by))
        {
            throw CommandException.BadInput($"there is no member of staff '{by}' in district '{districtId}'.");
        }

        var record = student.Plans.First(one => one.Plan.PlanId == planId);
        var today = file.District.Today(clock.GetCurrentInstant());
        var overdue = StudentDueDates.Of(student, record, DistrictRules.Of(file), today)
            .Where(due => obligation is null || due.Obligation.Value == obligation)
            .Select(due => OverdueDuty.Of(districtId, due)).OfType<OverdueDuty>().ToList();
        if (overdue.Count == 0)
        {
            throw CommandException.BadInput($"nothing{(obligation is null ? "" : $" of '{obligation}'")} is overdue of plan '{planId}'.");
        }

        var acknowledgements = new Acknowledgements(store.Tables, new EvidenceLedger(store.Tables), clock);
        foreach (var duty in overdue)
        {
            var isNew = await acknowledgements.NoteAsync(
                duty, today, by ?? record.Plan.CaseManagerId, "notifier acknowledge", cancellationToken);
            screen.Human.WriteLine(
                $"{ObligationCatalog.Find(duty.Obligation).Title} of plan {planId}, due {Written.Day(duty.DueOn)}: "
                + (isNew ? "acknowledged." : "acknowledged before; the first time counts."));
        }

        return ExitCode.Done;
    }
}
