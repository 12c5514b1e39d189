using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Application.Runs;
using Notifier.Delivery;

namespace Notifier.Application.Delivery.Receipts;

/// <summary>
/// Settles the attempts whose outcome is open: asks the channel what became of each. Found: adopted. Certainly not sent:
/// a new attempt. Not to be found out: after the time its class allows, a person is asked. Nothing is sent blindly.
/// </summary>
public sealed partial class ReconcileDeliveries(
    AttemptIndex index,
    NoticeLedger ledger,
    LostAttempts lost,
    OutcomeConsequences consequences,
    LookForReports reports,
    DistrictFiles districts,
    StudentFiles students,
    DeferNotice defer,
    OpenProblem problems,
    RunTally tally,
    IClock clock,
    DeliverySettings settings,
    ILogger<ReconcileDeliveries> logger)
{
    /// <summary>Every five minutes: those old enough that nobody can still be at work on them, and the reports that are missing.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await EachAlone.RunAsync(
            [() => SettleAsync(settings.SettleAfter, interrupted: false, cancellationToken), () => reports.RunAsync(cancellationToken)],
            each => each(),
            cancellationToken);
    }

    /// <summary>
    /// At the start of the one-machine home: all of them, because the process that was at work is gone. Never while
    /// another process sends from the same store.
    /// </summary>
    public Task SettleInterruptedAsync(CancellationToken cancellationToken) =>
        SettleAsync(Duration.Zero, interrupted: true, cancellationToken);

    private async Task SettleAsync(Duration olderThan, bool interrupted, CancellationToken cancellationToken)
    {
        var before = clock.GetCurrentInstant() - olderThan;
        await EachAlone.RunAsync(
            index.ListOpenAsync(cancellationToken),
            place => place.StartedAt <= before ? SettleAsync(place, interrupted, cancellationToken) : Task.CompletedTask,
            cancellationToken);
    }

    private async Task SettleAsync(OpenAttemptRow place, bool interrupted, CancellationToken cancellationToken)
    {
        var row = await ledger.FindAsync(
            place.DistrictId, place.StudentId, place.ReminderId, AttemptId.NoticeIdOf(place.AttemptId), cancellationToken);
        if (row is not null && row.AttemptId == place.AttemptId
            && row.State is NoticeState.Attempting or NoticeState.Unknown)
        {
            row = await AskAsync(place, row, interrupted, cancellationToken);
        }

        // Never claimed, or overtaken by a later attempt: nothing of this one is open.
        if (row is null || row.AttemptId != place.AttemptId)
        {
            await index.CloseAsync(place.AttemptId, cancellationToken);
            return;
        }

        if (row.State is NoticeState.Unknown or NoticeState.Attempting)
        {
            await AskPersonAsync(place, row, cancellationToken);
            return;
        }

        if (row.State is NoticeState.Planned or NoticeState.NotSent or NoticeState.Failed)
        {
            // The next attempt, or the next channel. On the queue before the attempt is closed, so it cannot be lost.
            await defer.SendAgainAsync(row, cancellationToken);
        }

        await index.CloseAsync(place.AttemptId, cancellationToken);
    }

    private async Task<NoticeRow?> AskAsync(
        OpenAttemptRow place, NoticeRow row, bool interrupted, CancellationToken cancellationToken)
    {
        var found = await lost.FindAsync(place, row, cancellationToken);
        if (found.Kind == DeliveryOutcomeKind.Unknown && row.State == NoticeState.Unknown)
        {
            return row;
        }

        await consequences.RunAsync(row, found, cancellationToken, inReport: true);
        if (found.Kind == DeliveryOutcomeKind.Accepted)
        {
            await index.KeepForReceiptsAsync(place, cancellationToken);
        }

        var now = clock.GetCurrentInstant();
        var seen = found.Kind switch
        {
            DeliveryOutcomeKind.NotSentTryAgain => "certain that nothing was sent",
            DeliveryOutcomeKind.Unknown => null,
            _ => "found at the provider",
        };
        var stands = await ledger.ChangeAsync(
            place,
            one => one.AttemptId == place.AttemptId && one.State is NoticeState.Attempting or NoticeState.Unknown
                && NoticeStates.CanMove(one.State, OutcomeMoves.StateOf(found.Kind))
                ? OutcomeMoves.For(one, found, now, Instant.MaxValue, seen, interrupted && one.State == NoticeState.Attempting)
                : null,
            cancellationToken);
        if (stands is not null && found.Kind != DeliveryOutcomeKind.Unknown)
        {
            tally.Settled();
            LogSettled(place.AttemptId, found.Kind);
        }

        return stands;
    }

    private async Task AskPersonAsync(OpenAttemptRow place, NoticeRow row, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var file = await districts.GetAsync(row.DistrictId, cancellationToken);
        var today = file?.District.Today(now) ?? now.InUtc().Date;
        if (now - place.StartedAt < UnknownOutcomeRule.LookFor(row.DueOn, today))
        {
            return;
        }

        var student = await students.GetAsync(row.DistrictId, row.StudentId, cancellationToken);
        await problems.RunAsync(
            new Problem
            {
                ProblemId = VisibleProblems.IdOf(ProblemKind.OutcomeUnknown, row.DistrictId, place.AttemptId),
                DistrictId = row.DistrictId,
                Kind = ProblemKind.OutcomeUnknown,
                StudentId = row.StudentId,
                PlanId = row.PlanId,
                Obligation = row.Obligation.Value,
                Part = row.Part,
                RecipientId = row.RecipientId,
                What = $"It could not be found out whether the notice of {row.StepId} reached {row.RecipientId} by {row.Channel}.",
                Remedy = "Ask whether it arrived; if not, tell this person in another way. It is not sent again by itself.",
                OwnerId = student?.Plans.FirstOrDefault(plan => plan.Plan.PlanId == row.PlanId)?.Plan.CaseManagerId ?? "",
            },
            cancellationToken);

        // A receipt may still come; the sweep need not look again.
        await index.KeepForReceiptsAsync(place, cancellationToken);
        await index.CloseAsync(place.AttemptId, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Attempt {AttemptId} settled: {Outcome}")]
    private partial void LogSettled(string attemptId, DeliveryOutcomeKind outcome);
}
