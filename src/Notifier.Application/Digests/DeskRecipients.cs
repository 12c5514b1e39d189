using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>
/// Finds the one person to whom what stands on a desk is sent: whose it is, or whoever stands in. When nobody can be told, a
/// problem of the district says so.
/// </summary>
public sealed class DeskRecipients(
    Suppressions suppressions, AttemptIndex index, DeferNotice defer, WithholdNotices withhold, OpenProblem open)
{
    /// <param name="due">The overview or summary; its part names the desk.</param>
    /// <param name="called">What it is called when nobody can be told: "overview".</param>
    /// <param name="file">The district's.</param>
    /// <param name="read">Its notices as read.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<DeskTurn> NextAsync(
        NoticeDue due, string called, DistrictFile file, ReminderNotices read, Instant now, CancellationToken cancellationToken)
    {
        await index.EnsureHeldAsync(read.Rows, cancellationToken);
        var recipients = await ChooseAsync(due, file, read, file.District.Today(now), cancellationToken);
        var steps = SendingSteps.For(due, read.Rows, recipients.Reached, [], now);
        foreach (var waiting in steps.Waiting)
        {
            await defer.SendAgainAsync(waiting, cancellationToken);
        }

        if (steps.Dropped.Count > 0)
        {
            await withhold.NoticeAsync(read, steps.Dropped[0].Row, steps.Dropped[0].Reason, "", cancellationToken);
            return new(null, IsDone: false);
        }

        if (steps.ToSend is [var recipient, ..])
        {
            return new(recipient, IsDone: false);
        }

        foreach (var one in recipients.Unreached.Concat(steps.Failed))
        {
            await OpenAsync(due, called, one, cancellationToken);
        }

        return new(null, IsDone: true);
    }

    private async Task<RecipientChoice> ChooseAsync(
        NoticeDue due, DistrictFile file, ReminderNotices read, LocalDate today, CancellationToken cancellationToken)
    {
        var question = DeskOwners.QuestionOf(
            due.Part == Recipient.DistrictContactId ? Audience.District : Audience.CaseManager, due.Part, file, today) with
        {
            Closed = [.. read.Rows.Where(row => row.State is NoticeState.NotSent or NoticeState.Failed)
                .Select(row => new ClosedChannel(row.RecipientId, row.Channel, row.Reason))],
        };
        while (true)
        {
            var choice = StaffRecipients.For(question);
            var closed = choice.Reached is [{ RecipientId: not Recipient.DistrictContactId } one]
                && await suppressions.ReasonAsync(due.DistrictId, one.Channel, one.Address, cancellationToken) is { } reason
                    ? new ClosedChannel(one.RecipientId, one.Channel, reason)
                    : null;
            if (closed is null)
            {
                return choice;
            }

            question = question with { Closed = [.. question.Closed, closed] };
        }
    }

    private Task<bool> OpenAsync(NoticeDue due, string called, NoRecipient nobody, CancellationToken cancellationToken) => open.RunAsync(
        new Problem
        {
            ProblemId = VisibleProblems.IdOf(ProblemKind.RecipientUnreachable, due.DistrictId, due.Part, nobody.Reason),
            DistrictId = due.DistrictId,
            Kind = ProblemKind.RecipientUnreachable,
            RecipientId = due.Part,
            What = $"The {called} of {due.Part} could be given to nobody: {nobody.Reason}",
            Remedy = "Correct the mail addresses in staff.csv and policies.contactEmail, and import the folder again.",
        },
        cancellationToken);
}
