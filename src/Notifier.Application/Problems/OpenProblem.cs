using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Digests;
using Notifier.Application.Evidence;
using Notifier.Application.Runs;
using Notifier.Evidence;

namespace Notifier.Application.Problems;

/// <summary>Opens a problem once: listed for its owner, in the student's evidence, in the log and in the summary.</summary>
public sealed partial class OpenProblem(
    VisibleProblems problems, EvidenceLedger evidence, RunTally tally, IClock clock,
    ProblemNotices notices, StaffDuties duties, ILogger<OpenProblem> logger)
{
    /// <returns>False when it is open already.</returns>
    public async Task<bool> RunAsync(Problem problem, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var isNew = await problems.OpenAsync(problem, now, cancellationToken);
        if (isNew)
        {
            tally.Opened(problem.Kind);
            LogOpened(problem.ProblemId, problem.Kind, problem.DistrictId, problem.StudentId, problem.PlanId);
        }

        // Also when it was open already: the program may have ended between the two.
        await duties.NoteProblemAsync(
            problem.DistrictId, DeskOwners.OwnerOr(problem.OwnerId), problem.StudentId, now, cancellationToken);

        // One about the district itself has the log and the list; one about a student has an owner.
        if (problem.StudentId.Length > 0)
        {
            await TellAsync(problem, isNew, now, cancellationToken);
        }

        return isNew;
    }

    private async Task TellAsync(Problem problem, bool isNew, Instant now, CancellationToken cancellationToken)
    {
        if (isNew)
        {
            await AppendAsync(problem, now, cancellationToken);
        }

        // Also when it was open already: the program may have ended between the two.
        if (await problems.FindOpenAsync(problem.DistrictId, problem.StudentId, problem.ProblemId, cancellationToken) is { } row)
        {
            await notices.SendAsync(row, cancellationToken);
        }
    }

    private async Task AppendAsync(Problem problem, Instant now, CancellationToken cancellationToken)
    {
        var entry = new EvidenceEntry
        {
            Kind = EvidenceKind.ProblemOpened,
            At = now,
            StudentId = problem.StudentId,
            PlanId = problem.PlanId,
            Detail = EvidenceDetail.Of(
                ("problem", problem.ProblemId), ("kind", problem.Kind.ToString()), ("obligation", problem.Obligation),
                ("part", problem.Part), ("recipient", problem.RecipientId), ("owner", problem.OwnerId)),
        };
        while (!await evidence.AppendAsync(
            await evidence.HeadAsync(problem.DistrictId, problem.StudentId, cancellationToken), [], [entry],
            cancellationToken))
        {
            // Somebody else wrote to the student's ledger in between: its new head is read and the entry follows it.
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Problem {ProblemId} opened: {Kind}, district {DistrictId}, student {StudentId}, plan {PlanId}")]
    private partial void LogOpened(
        string problemId, ProblemKind kind, string districtId, string studentId, string planId);
}
