using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Reach;

/// <summary>Makes everybody who should have been told and was not a visible problem of the case manager.</summary>
public sealed partial class UnreachedRecipients(OpenProblem open, ILogger<UnreachedRecipients> logger)
{
    private const string Mend = "Mend the district's folder and import it again; the next reminder then goes out.";

    public async Task RunAsync(
        NoticeDue due,
        Plan plan,
        IReadOnlyList<NoRecipient> unreached,
        IReadOnlyList<NoticeRow> rows,
        CancellationToken cancellationToken)
    {
        foreach (var one in unreached)
        {
            if (due.ProblemId is { } problemId)
            {
                // The owner of a problem cannot be told: it stays in the list, and a second problem would tell nobody either.
                LogOwnerUnreached(problemId, plan.PlanId);
                continue;
            }

            // On record, and yet every channel failed: that concerns this notice. Otherwise the records lack something.
            var failed = rows.Where(row => row.State is NoticeState.NotSent or NoticeState.Failed
                && (one.ContactId is null || row.RecipientId == one.ContactId)).ToList();
            await open.RunAsync(
                failed.Count > 0 ? NotSent(due, plan, one, failed) : WithNext(Unreachable(due.DistrictId, plan, one), due.Obligation, due.DueOn),
                cancellationToken);
        }
    }

    /// <summary>A contact that nothing can be sent to any more, with the next day by which it must be told; null: none is known.</summary>
    public Task AskForLetterAsync(
        string districtId, Plan plan, NoRecipient unreached, DueDate? next, CancellationToken cancellationToken)
    {
        var problem = Unreachable(districtId, plan, unreached);
        return open.RunAsync(
            next is { DueOn: { } dueOn } ? WithNext(problem, next.Obligation, dueOn) : problem, cancellationToken);
    }

    /// <summary>
    /// A reminder that could only be sent when it was of no use any more (an outage, a failure that was reported late):
    /// whoever it should have reached, and nobody did, has to be told by a person.
    /// </summary>
    public async Task TooLateAsync(
        NoticeDue due, StudentFile? student, IReadOnlyList<NoticeRow> rows, CancellationToken cancellationToken)
    {
        if (due.Audience != Audience.Family
            || student?.Plans.FirstOrDefault(plan => plan.Plan.PlanId == due.PlanId)?.Plan is not { } plan)
        {
            return;
        }

        // A changed day that was announced when it had begun is the announcement's lateness, and stands in evidence.
        var people = rows.GroupBy(row => row.RecipientId).ToList();
        if (people.Count == 0 && !due.IsOfChangedDay)
        {
            await open.RunAsync(NotSent(due, plan, new NoRecipient(null, ""), []), cancellationToken);
        }

        foreach (var person in people.Where(one => !one.Any(row => NoticeStates.MayReachRecipient(row.State))))
        {
            await open.RunAsync(NotSent(due, plan, new NoRecipient(person.Key, ""), [.. person]), cancellationToken);
        }
    }

    /// <summary>The words of a notice ask for something that is not on record.</summary>
    public Task NotComposedAsync(
        NoticeDue due, Plan plan, Recipient recipient, string missing, CancellationToken cancellationToken) =>
        open.RunAsync(
            new Problem
            {
                ProblemId = VisibleProblems.IdOf(
                    ProblemKind.NoticeNotComposed, due.DistrictId, due.ReminderId(), recipient.RecipientId),
                DistrictId = due.DistrictId,
                Kind = ProblemKind.NoticeNotComposed,
                StudentId = due.StudentId,
                PlanId = due.PlanId,
                Obligation = due.Obligation.Value,
                Part = due.Part,
                RecipientId = recipient.RecipientId,
                What = $"Notice {due.StepId} of {due.Obligation} cannot be written: {missing}",
                Remedy = Mend,
                OwnerId = plan.CaseManagerId,
            },
            cancellationToken);

    /// <summary>One problem for each contact to mend, not one for each reminder it spoils.</summary>
    public static Problem Unreachable(string districtId, Plan plan, NoRecipient unreached) =>
        new()
        {
            ProblemId = VisibleProblems.IdOf(
                ProblemKind.RecipientUnreachable, districtId, plan.StudentId, unreached.ContactId ?? "",
                unreached.ContactId is null ? unreached.Reason : ""),
            DistrictId = districtId,
            Kind = ProblemKind.RecipientUnreachable,
            StudentId = plan.StudentId,
            PlanId = plan.PlanId,
            RecipientId = unreached.ContactId ?? "",
            What = unreached.Reason,
            Remedy = Mend,
            OwnerId = plan.CaseManagerId,
        };

    // The duty goes on: until the contact is mended a person has to tell it in another way, and by when.
    private static Problem WithNext(Problem problem, ObligationId obligation, LocalDate dueOn) => !ObligationCatalog.Knows(obligation.Value)
        ? problem
        : problem with
        {
            What = $"{problem.What} Next to be told: {ObligationCatalog.Find(obligation).Title}, due {dueOn:uuuu-MM-dd}.",
            Remedy = $"Send a letter or call before {dueOn:uuuu-MM-dd}, and mend the contact. {problem.Remedy}",
        };

    private static Problem NotSent(NoticeDue due, Plan plan, NoRecipient unreached, List<NoticeRow> failed) =>
        new()
        {
            ProblemId = VisibleProblems.IdOf(
                ProblemKind.NoticeNotSent, due.DistrictId, due.ReminderId(), unreached.ContactId ?? ""),
            DistrictId = due.DistrictId,
            Kind = ProblemKind.NoticeNotSent,
            StudentId = due.StudentId,
            PlanId = due.PlanId,
            Obligation = due.Obligation.Value,
            Part = due.Part,
            RecipientId = unreached.ContactId ?? "",
            What = $"Notice {due.StepId} of {due.Obligation}, due {due.DueOn:uuuu-MM-dd}, could not be sent: "
                + (failed.Count == 0
                    ? "its time had passed"
                    : string.Join("; ", failed.Select(row => $"{row.RecipientId} by {row.Channel}: {Why(row)}"))) + ".",
            Remedy = $"Send a letter or call before {due.DueOn:uuuu-MM-dd}, and see whether the address is right.",
            OwnerId = plan.CaseManagerId,
        };

    private static string Why(NoticeRow row) => row.State == NoticeState.Planned || row.Reason.Length == 0
        ? "its time had passed"
        : row.Reason;

    [LoggerMessage(
        Level = LogLevel.Error, Message = "Nobody can be told of problem {ProblemId} of plan {PlanId}; it stays listed")]
    private partial void LogOwnerUnreached(string problemId, string planId);
}
