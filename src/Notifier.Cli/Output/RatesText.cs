using Notifier.Application.PlanDates;
using Notifier.DueDates.Rates;
using NodaTime;
using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>On-time rates for people: the year, the last week, and what is overdue now.</summary>
public static class RatesText
{
    private const string HowCounted =
        "In time is done on or before the due date. A plan counts once for each duty and period: on the day the duty was done in "
        + "time, or on the day after its due date; late, if one of its duties was. What is not due yet counts nowhere.";

    public static void Write(
        IAnsiConsole console, IReadOnlyCollection<DutyCycle> cycles, RatePeriod week, RatePeriod year, LocalDate asOf, DistrictFile district)
    {
        Period(console, $"Since {Written.Day(year.From)}", cycles, year);
        Period(console, $"{Written.Day(week.From)} to {Written.Day(week.Through)}", cycles, week);
        Open(console, [.. cycles.Where(cycle => cycle.Standing == CycleStanding.LateOpen)], district);
        var without = cycles.Count(cycle => cycle.Standing == CycleStanding.NoDueDate);
        if (without > 0)
        {
            console.WriteLine($"{Written.Count(without, "duty has", "duties have")} no due date and counts nowhere: see 'notifier due'.");
        }

        console.Write(new Text($"As of {Written.Day(asOf)}. {HowCounted}\n", Colors.Quiet));
    }

    private static void Period(IAnsiConsole console, string title, IReadOnlyCollection<DutyCycle> cycles, RatePeriod period)
    {
        var rates = RatedDuty.All.Select(duty => OnTimeRate.Of(duty, cycles, period))
            .Where(rate => rate.Settled + rate.LeftOut.Count > 0).ToList();
        console.Write(new Text($"{title}\n", Colors.Heading));
        if (rates.Count == 0)
        {
            console.WriteLine("Nothing was done or fell due.");
            console.WriteLine();
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(new TableColumn("Duty"), new TableColumn("In time").NoWrap(), new TableColumn("Late"), new TableColumn("Left out"));
        foreach (var rate in rates)
        {
            table.AddRow(
                new Text(rate.Duty.Name),
                new Text(rate.PerMille is { } tenths ? $"{Percent(tenths)}, {rate.OnTime} of {rate.Settled}" : "none settled"),
                new Text(LateOf(rate)),
                new Text(string.Join("; ", rate.LeftOut.Select(one => $"{one.Value}: {WordsOf(one.Key)}"))));
        }

        console.Write(table);
        console.WriteLine();
    }

    private static void Open(IAnsiConsole console, IReadOnlyList<DutyCycle> open, DistrictFile district)
    {
        if (open.Count == 0)
        {
            console.WriteLine("Nothing of this is overdue.");
            console.WriteLine();
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(
            new TableColumn("Days").NoWrap(), new TableColumn("Plan").NoWrap(), new TableColumn("Duty"), new TableColumn("Case manager"),
            new TableColumn("Reason noted"));
        foreach (var cycle in open.OrderByDescending(cycle => cycle.DaysLate).ThenBy(cycle => cycle.PlanId, StringComparer.Ordinal))
        {
            table.AddRow(
                new Text(Written.Number(cycle.DaysLate), Colors.Of(Notifier.DueDates.DueStatus.Overdue)),
                new Text(cycle.PlanId),
                new Text(cycle.Duty.Name),
                new Text(district.Staff.FirstOrDefault(member => member.StaffId == cycle.CaseManagerId)?.Name ?? cycle.CaseManagerId),
                new Text(cycle.DelayReason));
        }

        console.Write(new Text($"Overdue now ({Written.Number(open.Count)})\n", Colors.Heading));
        console.Write(table);
        console.WriteLine();
    }

    private static string Percent(int tenths) => tenths % 10 == 0 ? $"{tenths / 10}%" : $"{tenths / 10}.{tenths % 10}%";

    private static string LateOf(OnTimeRate rate)
    {
        if (rate.DaysLate is not { } days)
        {
            return "";
        }

        (int Number, string Words)[] parts = [(rate.LateDone, "done"), (rate.LateOpen, "open"), (rate.LateOver, "never done")];
        var range = days.Fewest == days.Most ? Written.Count(days.Most, "day", "days") : $"{days.Fewest} to {days.Most} days";
        var reasons = string.Join("; ", rate.Reasons.Select(one => $"{one.Value}: {(one.Key.Length == 0 ? "no reason noted" : one.Key)}"));
        return $"{string.Join(", ", parts.Where(part => part.Number > 0).Select(part => $"{part.Number} {part.Words}"))}, {range} ({reasons})";
    }

    private static string WordsOf(LeftOutReason reason) => reason switch
    {
        LeftOutReason.ChildNotProduced => "the parent did not produce the child",
        LeftOutReason.EnrolledDuringEvaluation => "moved in during the evaluation, with a day agreed on",
        LeftOutReason.ConsentWithdrawn => "consent taken back",
        _ => "the student left",
    };
}
