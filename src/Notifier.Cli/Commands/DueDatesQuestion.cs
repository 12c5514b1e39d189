using NodaTime;
using Notifier.Calendars;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Cli.Commands;

/// <summary>Asks a district folder, or what is on record, for the due dates of one plan, or of all.</summary>
public sealed record DueDatesQuestion(string Folder, LocalDate AsOf, string? PlanId)
{
    /// <exception cref="CommandException">The folder cannot be used, or has no such plan.</exception>
    public async Task<DueDatesAnswer> AnswerAsync(IClock clock, CancellationToken cancellationToken) =>
        Answer(await ReadFolder.AllAsync(Folder, clock, cancellationToken));

    /// <inheritdoc cref="AnswerAsync"/>
    public DueDatesAnswer Answer(ReadFolder folder)
    {
        var file = folder.RequireDistrict();
        var calculator = new DueDateCalculator(StateLaw.For(file.District.State), file.District);
        var calendars = new Dictionary<string, SchoolCalendar>(StringComparer.Ordinal);
        var students = folder.Students.Where(student => PlanId is null || student.File?.Plans.Any(IsAsked) == true).ToArray();
        PlanRecord[] plans = [.. students.SelectMany(student => student.File?.Plans ?? []).Where(IsAsked)];
        if (plans.Length == 0 && PlanId is not null)
        {
            throw CommandException.BadInput(UnknownPlan(folder));
        }

        return new()
        {
            Folder = folder,
            Plans = plans,
            DueDates = [.. plans.SelectMany(plan => calculator.Explain(plan, CalendarOf(plan), AsOf)).Order(DueDateOrder.Instance)],
            StudentsWithGaps = [.. students.Where(student => (student.Missing & DueDatesAnswer.RestsOn) != 0).Select(student => student.StudentId)],
        };

        SchoolCalendar CalendarOf(PlanRecord plan) => calendars.TryGetValue(plan.Student.SchoolId, out var known)
            ? known
            : calendars[plan.Student.SchoolId] = SchoolCalendar.From(file.Calendar, plan.Student.SchoolId);
    }

    private bool IsAsked(PlanRecord plan) => PlanId is null || plan.Plan.PlanId == PlanId;

    private string UnknownPlan(ReadFolder folder)
    {
        var left = folder.Problems.FirstOrDefault(problem => problem is { File: "plans.csv", Line: > 0 } && problem.Value == PlanId);
        var ids = folder.Students.SelectMany(student => student.File?.Plans ?? []).Select(plan => plan.Plan.PlanId);
        var near = NearestWords.To(PlanId!, ids);
        return $"The folder has no plan '{PlanId}'"
            + (left is not null ? $": its row was left out. {left}" : ".")
            + (near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : " The ids stand in the first column of plans.csv.");
    }
}
