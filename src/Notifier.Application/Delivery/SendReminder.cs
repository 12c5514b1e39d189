using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Delivery;

namespace Notifier.Application.Delivery;

/// <summary>
/// Sends the notices of one reminder: checked again, claimed before the channel is called, recorded afterwards.
/// </summary>
public sealed class SendReminder(
    DistrictFiles districts, StudentFiles students, SubjectNow subjects, NoticeRecipients recipients, NoticeLedger ledger,
    SendToRecipient sending, AttemptIndex index, DeferNotice defer, WithholdNotices withhold, UnreachedRecipients unreached, IClock clock)
{
    // Each pass ends with one thing done or somebody else's faster; a family has a handful of contacts.
    private const int MostPasses = 200;

    public Task RunAsync(NoticeDue due, CancellationToken cancellationToken)
    {
        var notes = new MessageNotes();
        return LedgerPasses.RunAsync(due, MostPasses, () => PassAsync(due, notes, cancellationToken));
    }

    /// <returns>True when nothing more is to be done for this message.</returns>
    private async Task<bool> PassAsync(NoticeDue due, MessageNotes notes, CancellationToken cancellationToken)
    {
        // The ledger before the files: a refresh after this look makes the claim fail, and the new facts are read.
        var read = await ledger.OfReminderAsync(due, cancellationToken);
        var file = await districts.GetAsync(due.DistrictId, cancellationToken)
            ?? throw new InvalidOperationException($"District {due.DistrictId} is not on file: import its folder again.");
        var rules = DistrictRules.Of(file);
        var student = await students.GetAsync(due.DistrictId, due.StudentId, cancellationToken);
        var found = await subjects.FindAsync(due, student, rules, cancellationToken);
        if (found.Withheld is { } reason)
        {
            var done = await withhold.ReminderAsync(due, read, reason, found.Detail, cancellationToken);
            if (done && reason == WithholdReason.TooLate)
            {
                await unreached.TooLateAsync(due, student, read.Rows, cancellationToken);
            }

            return done;
        }

        var subject = found.Subject!;
        var now = clock.GetCurrentInstant();
        var choice = await recipients.ChooseAsync(
            due, student!, subject.Plan.CaseManagerId, rules, read.Rows, file.District.Today(now), cancellationToken);
        var tellings = Tellings.For(due, subject, choice, read.Rows, now);
        var steps = SendingSteps.For(due, tellings.Rows, tellings.Reached, student!.Contacts, now);
        await index.EnsureHeldAsync(read.Rows, cancellationToken);
        foreach (var waiting in steps.Waiting)
        {
            await defer.SendAgainAsync(waiting, cancellationToken);
        }

        if (steps.Dropped.Count + tellings.Overtaken.Count > 0)
        {
            var (row, why) = steps.Dropped
                .Concat(tellings.Overtaken.Select(one => (one, WithholdReason.DayChangedAgain))).First();
            await withhold.NoticeAsync(read, row, why, "", cancellationToken);
            return false;
        }

        var toSend = steps.ToSend.Where(one => !notes.NotComposed.Contains(one.RecipientId)).ToList();
        if (toSend.Count > 0)
        {
            var telling = tellings.ByRecipient[toSend[0].RecipientId];
            var settled = await sending.RunAsync(due, telling, read, toSend[0], notes, cancellationToken);
            // What is said early is said again on its evening: the next pass plans that.
            return settled && telling.Day is not { Early: true } && toSend.Count == 1 && tellings.Unreached.Count + steps.Failed.Count == 0;
        }

        await unreached.RunAsync(due, subject.Plan, [.. tellings.Unreached, .. steps.Failed], read.Rows, cancellationToken);
        return true;
    }
}
