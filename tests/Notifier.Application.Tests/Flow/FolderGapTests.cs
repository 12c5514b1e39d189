using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>What a folder leaves open is asked of the case manager, until a later folder answers it.</summary>
public class FolderGapTests : FlowTest
{
    private static readonly StudentGap LeftOut = new()
    {
        Kind = StudentGapKind.RowsLeftOut,
        PlanId = OakHill.PlanId,
        What = "1 row about plan P1 was left out.",
        Remedy = "Mend it.",
    };

    private static StudentFile Complete(params PlanDate[] more) =>
        File([new PlanDate(PlanDateKind.EvaluationCompleted, new LocalDate(2025, 10, 1)), .. more]);

    [Fact]
    public async Task A_row_that_was_left_out_is_a_problem_of_the_case_manager_until_it_is_mended()
    {
        await ImportAndRunAsync(Complete() with { Gaps = [LeftOut] });

        var problem = Assert.Single(await ProblemsAsync(ProblemKind.RowsLeftOut));
        Assert.Equal(("T1", "S1", "P1", LeftOut.What), (problem.OwnerId, problem.StudentId, problem.PlanId, problem.What));
        Assert.Single(AsksOfCaseManager(ProblemKind.RowsLeftOut));

        await ImportAndRunAsync(Complete() with { Gaps = [LeftOut] });
        await ImportAndRunAsync(Complete());

        Assert.Empty(await ProblemsAsync(ProblemKind.RowsLeftOut));
        Assert.Single(AsksOfCaseManager(ProblemKind.RowsLeftOut));
    }

    [Fact]
    public async Task A_plan_that_vanishes_without_an_exit_is_asked_of_its_last_case_manager_until_it_is_back()
    {
        await ImportAndRunAsync(Complete());

        await ImportAndRunAsync(Complete() with { Plans = [] });
        await ImportAndRunAsync(Complete() with { Plans = [] });

        var problem = Assert.Single(await ProblemsAsync(ProblemKind.PlanGone));
        Assert.Equal(("T1", "P1"), (problem.OwnerId, problem.PlanId));
        Assert.Single(AsksOfCaseManager(ProblemKind.PlanGone));

        await ImportAndRunAsync(Complete());
        Assert.Empty(await ProblemsAsync(ProblemKind.PlanGone));
    }

    [Fact]
    public async Task A_student_who_vanishes_leaves_each_plan_that_nothing_ended_as_a_question()
    {
        await ImportAndRunAsync(Complete());

        await ImportAndRunAsync();
        await ImportAndRunAsync();

        Assert.Equal("P1", Assert.Single(await ProblemsAsync(ProblemKind.PlanGone)).PlanId);
        await ImportAndRunAsync(Complete(new PlanDate(PlanDateKind.Exited, new LocalDate(2026, 10, 12))));
        Assert.Empty(await ProblemsAsync(ProblemKind.PlanGone));
        await ImportAndRunAsync();
        Assert.Empty(await ProblemsAsync(ProblemKind.PlanGone));
        Assert.Null(await World.UseCases.Students.GetAsync(OakHill.DistrictId, OakHill.StudentId, default));
    }

    [Fact]
    public async Task A_plan_that_moves_to_the_right_student_is_not_gone()
    {
        await ImportAndRunAsync(Complete());

        await ImportAndRunAsync(Complete() with { Plans = [] }, OakHill.Family("S2", OakHill.PlanId, [.. Complete().Plans[0].Dates]));

        Assert.Empty(await ProblemsAsync(ProblemKind.PlanGone));
    }

    [Fact]
    public async Task Dates_that_cannot_all_be_right_are_a_problem_until_they_are_mended()
    {
        await ImportAndRunAsync(Complete(new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2027, 11, 1))));

        Assert.Contains("lies in the future", Assert.Single(await ProblemsAsync(ProblemKind.DatesContradict)).What, StringComparison.Ordinal);
        await ImportAndRunAsync(Complete());
        Assert.Empty(await ProblemsAsync(ProblemKind.DatesContradict));
    }

    [Fact]
    public async Task A_meeting_held_in_the_future_does_not_silence_the_one_that_is_owed()
    {
        await ImportAsync(Complete(new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2027, 11, 1))));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Contains(await TakenAsync(), taken => taken.Recipient == Mother);
    }

    [Fact]
    public async Task A_plan_without_the_dates_its_duties_are_counted_from_is_a_problem()
    {
        await ImportAndRunAsync(File());

        Assert.Contains("re-evaluation", Assert.Single(await ProblemsAsync(ProblemKind.DatesMissing)).What, StringComparison.Ordinal);
        await ImportAndRunAsync(Complete());
        Assert.Empty(await ProblemsAsync(ProblemKind.DatesMissing));
    }

    [Fact]
    public async Task Rows_of_nobody_knows_whom_are_a_problem_of_the_district()
    {
        var reading = new GivenDistrict(OakHill.District(), [Complete()]) { LeftOut = [new DistrictGap("calendar.csv", 2, "calendar.csv, line 3: no.")] };
        await World.ImportAsync(reading);
        await World.ImportAsync(reading);

        var problem = Assert.Single(await ProblemsAsync(ProblemKind.RowsLeftOut));
        Assert.Equal("", problem.StudentId);
        Assert.StartsWith("2 rows of calendar.csv were left out", problem.What, StringComparison.Ordinal);

        await ImportAndRunAsync(Complete());
        Assert.Empty(await ProblemsAsync(ProblemKind.RowsLeftOut));
    }

    private IEnumerable<OutgoingMessage> AsksOfCaseManager(ProblemKind kind) => Provider.Messages.Where(message =>
        message.Address == "t1@example.org" && message.Why.Contains(ProblemWords.Of(kind), StringComparison.Ordinal));

    private async Task ImportAndRunAsync(params StudentFile[] files)
    {
        await World.ImportAsync(OakHill.District(), files);
        await World.RunHourAsync();
    }
}
