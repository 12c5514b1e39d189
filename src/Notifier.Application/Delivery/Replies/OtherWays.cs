using NodaTime;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Delivery;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Replies;

/// <summary>After a person's texts ended: what waits to be texted goes by mail; where there is no mail, a person writes a letter.</summary>
public sealed class OtherWays(
    NoticeLedger ledger, NoticeRecipients recipients, UnreachedRecipients unreached, DistrictFiles districts, StudentFiles students,
    IQueueSender queue, IClock clock)
{
    /// <param name="number">Whose texts ended.</param>
    /// <param name="cause">Stands for what ended them, in message ids.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task OpenAsync(NumberRow number, string cause, CancellationToken cancellationToken)
    {
        await foreach (var row in ledger.AllAsync(number.DistrictId, number.StudentId, cancellationToken))
        {
            if (row is { State: NoticeState.Planned, Channel: Channel.Sms, Audience: Audience.Family, ReplyId: null }
                && row.RecipientId == number.ContactId)
            {
                var message = row.ToNoticeDue().ToMessage($"{row.NoticeId}-{row.Attempt}-ended-{cause[..8]}", null);
                await queue.SendAsync(QueueNames.NoticesDue, [message], cancellationToken);
            }
        }

        await AskForLetterAsync(number, cancellationToken);
    }

    // Not only when the next notice comes: until then there may be little time for a letter.
    private async Task AskForLetterAsync(NumberRow number, CancellationToken cancellationToken)
    {
        if (await students.GetAsync(number.DistrictId, number.StudentId, cancellationToken) is not { } student
            || await districts.GetAsync(number.DistrictId, cancellationToken) is not { } file)
        {
            return;
        }

        var rules = DistrictRules.Of(file);
        var today = file.District.Today(clock.GetCurrentInstant());
        foreach (var plan in student.Plans)
        {
            var next = Next(student, plan, rules, today);
            var due = new NoticeDue
            {
                DistrictId = number.DistrictId,
                StudentId = number.StudentId,
                PlanId = plan.Plan.PlanId,
                Obligation = next?.Obligation ?? new ObligationId(""),
                DueOn = next?.DueOn ?? today,
                StepId = "",
                Audience = Audience.Family,
            };
            var choice = await recipients.ChooseAsync(
                due, student, plan.Plan.CaseManagerId, rules, [], today, cancellationToken);
            foreach (var one in choice.Unreached.Where(one => one.ContactId == number.ContactId))
            {
                await unreached.AskForLetterAsync(number.DistrictId, plan.Plan, one, next, cancellationToken);
            }
        }
    }

    private static DueDate? Next(StudentFile student, PlanRecord plan, DistrictRules rules, LocalDate today) =>
        StudentDueDates.Of(student, plan, rules, today)
            .Where(due => due.DueOn >= today && due.Status is DueStatus.Due or DueStatus.Upcoming
                && rules.Ladder.StepsFor(due.Obligation).Any(step => step.Audience == Audience.Family))
            .OrderBy(due => due.DueOn)
            .FirstOrDefault();
}
