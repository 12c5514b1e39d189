using Notifier.Application.Delivery;
using Notifier.Application.Queues;
using Notifier.Law;
using Notifier.Reminders;

namespace Notifier.Application.Problems;

/// <summary>Tells the owner of a problem about it, once for each time it is opened.</summary>
public sealed class ProblemNotices(IQueueSender queue)
{
    /// <summary>Puts the notice on the queue. Doing it again for the same open problem adds nothing.</summary>
    public Task SendAsync(ProblemRow problem, CancellationToken cancellationToken)
    {
        var due = new NoticeDue
        {
            DistrictId = problem.DistrictId,
            StudentId = problem.StudentId,
            PlanId = problem.PlanId,
            Obligation = new ObligationId(problem.Obligation),
            Part = problem.Part,
            // Opened again after it was solved: told again.
            DueOn = problem.OpenedAt.InUtc().Date,
            StepId = $"problem-{problem.ProblemId[..8]}",
            Audience = Audience.CaseManager,
            ProblemId = problem.ProblemId,
        };
        return queue.SendAsync(
            QueueNames.NoticesDue, [due.ToMessage($"problem-{due.ReminderId()}", null)], cancellationToken);
    }
}
