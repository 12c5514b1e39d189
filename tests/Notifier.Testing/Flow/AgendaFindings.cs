using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.Reminders;

namespace Notifier.Testing.Flow;

/// <summary>The whole agenda of <see cref="OakHill"/>'s family, as it stands and as the plans on file would have it.</summary>
public static class AgendaFindings
{
    public static async Task<IReadOnlyList<string>> StandsAsync(FlowWorld world)
    {
        var rows = new List<string>();
        for (var shard = 0; shard < 2; shard++)
        {
            await foreach (var row in world.UseCases.Agenda.ReadAsync(
                OakHill.DistrictId, new LocalDate(2026, 9, 1), new LocalDate(2027, 1, 31), shard, CancellationToken.None))
            {
                rows.Add(Line(row.On, row.Obligation.Value, row.StepId, row.DueOn));
            }
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    public static async Task<IReadOnlyList<string>> ExpectedAsync(FlowWorld world)
    {
        var student = (await world.UseCases.Students.GetAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None))!;
        var rules = DistrictRules.Of((await world.UseCases.Districts.GetAsync(OakHill.DistrictId, CancellationToken.None))!);
        var today = OakHill.District().District.Today(world.Clock.GetCurrentInstant());
        return [.. AgendaEntry.For(student, StudentDueDates.Of(student, rules, today), rules, today)
            .Select(entry => Line(entry.Place.On, entry.Reminder?.Obligation.Value, entry.Reminder?.StepId, entry.Reminder?.DueOn))
            .Where(line => string.CompareOrdinal(line, "2026-09-01") >= 0 && string.CompareOrdinal(line, "2027-02-01") < 0)
            .Order(StringComparer.Ordinal)];
    }

    private static string Line(LocalDate on, string? obligation, string? stepId, LocalDate? dueOn) =>
        $"{on:uuuu-MM-dd} {obligation} {stepId} {dueOn ?? default:uuuu-MM-dd}";
}
