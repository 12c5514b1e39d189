using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Notifier.Application.Json;
using Notifier.DueDates.Rates;

namespace Notifier.Cli.Output;

/// <summary>On-time rates for programs, with every duty behind them: a state that cuts its year otherwise can count anew.</summary>
public static class RatesJson
{
    public static void Write(TextWriter output, IReadOnlyCollection<DutyCycle> cycles, RatePeriod week, RatePeriod year, LocalDate asOf) =>
        output.WriteLine(JsonSerializer.Serialize(
            new RatesAnswer
            {
                AsOf = asOf,
                Year = PeriodOf(cycles, year),
                Week = PeriodOf(cycles, week),
                Duties = [.. cycles.Where(cycle => cycle.SettledOn >= year.From
                        || cycle.Standing is CycleStanding.LateOpen or CycleStanding.NotYetDue or CycleStanding.NoDueDate)
                    .OrderBy(cycle => cycle.Duty.Id, StringComparer.Ordinal).ThenBy(cycle => cycle.PlanId, StringComparer.Ordinal)
                    .ThenBy(cycle => cycle.StartedOn).Select(RatedDutyEntry.Of)],
            },
            RatesJsonContext.Default.RatesAnswer));

    private static PeriodEntry PeriodOf(IReadOnlyCollection<DutyCycle> cycles, RatePeriod period) =>
        new(period.From, period.Through, [.. RatedDuty.All.Select(duty => RateEntry.Of(OnTimeRate.Of(duty, cycles, period)))]);
}

/// <summary>The whole answer.</summary>
public sealed record RatesAnswer
{
    public required LocalDate AsOf { get; init; }

    public required PeriodEntry Year { get; init; }

    public required PeriodEntry Week { get; init; }

    public required IReadOnlyList<RatedDutyEntry> Duties { get; init; }
}

/// <summary>The rates of one period.</summary>
public sealed record PeriodEntry(LocalDate From, LocalDate Through, IReadOnlyList<RateEntry> Rates);

/// <summary>One rate; <c>percent</c> is cut to tenths, never rounded up, and null when nothing was settled.</summary>
public sealed record RateEntry(
    string Duty, int OnTime, int Settled, decimal? Percent, int LateDone, int LateOpen, int LateOver, LateDays? DaysLate,
    IReadOnlyDictionary<string, int> Reasons, IReadOnlyDictionary<string, int> LeftOut)
{
    public static RateEntry Of(OnTimeRate rate) => new(
        rate.Duty.Id, rate.OnTime, rate.Settled, rate.PerMille is { } tenths ? tenths / 10m : null, rate.LateDone, rate.LateOpen,
        rate.LateOver, rate.DaysLate, rate.Reasons,
        rate.LeftOut.ToDictionary(one => JsonNamingPolicy.CamelCase.ConvertName(one.Key.ToString()), one => one.Value));
}

/// <summary>One duty of one plan.</summary>
public sealed record RatedDutyEntry(
    string Duty, string PlanId, string StudentId, string CaseManagerId, LocalDate StartedOn, LocalDate? DueOn, LocalDate? MetOn,
    string Standing, LocalDate? SettledOn, int DaysLate, string? LeftOut, string DelayReason)
{
    public static RatedDutyEntry Of(DutyCycle cycle) => new(
        cycle.Duty.Id, cycle.PlanId, cycle.StudentId, cycle.CaseManagerId, cycle.StartedOn, cycle.DueOn, cycle.MetOn,
        JsonNamingPolicy.CamelCase.ConvertName(cycle.Standing.ToString()), cycle.SettledOn, cycle.DaysLate,
        cycle.LeftOut is { } reason ? JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()) : null, cycle.DelayReason);
}

/// <summary>The JSON of rates.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, Converters = [typeof(LocalDateConverter)])]
[JsonSerializable(typeof(RatesAnswer))]
internal sealed partial class RatesJsonContext : JsonSerializerContext;
