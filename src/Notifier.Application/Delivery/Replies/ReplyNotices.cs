using System.Globalization;
using NodaTime;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Delivery.Replies;
using Notifier.Law;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Replies;

/// <summary>Puts on the queue what follows from a reply: the case manager's mail, and the one text that answers.</summary>
public sealed class ReplyNotices(Suppressions suppressions, StudentFiles students, IQueueSender queue)
{
    /// <summary>One mail for each student concerned; a call for help and a START need no person.</summary>
    public async Task TellStaffAsync(IReadOnlyList<ReplyRow> kept, CancellationToken cancellationToken)
    {
        foreach (var reply in kept.Where(one => one.Meaning is not (ReplyMeaning.AsksForHelp or ReplyMeaning.ResumeTexts)))
        {
            if (await PlanOfAsync(reply, cancellationToken) is not { } planId)
            {
                continue;
            }

            var due = Due(reply, planId, Audience.CaseManager, $"reply-{reply.ReplyId}", reply.At);
            await SendAsync(due, cancellationToken);
        }
    }

    /// <summary>
    /// One text to the number, however many students and districts it concerns. An end of texts is confirmed once
    /// (47 CFR 64.1200(a)(12)): a second STOP finds the first one's confirmation.
    /// </summary>
    public async Task AnswerAsync(IReadOnlyList<ReplyRow> kept, CancellationToken cancellationToken)
    {
        var answered = kept.OrderBy(one => one.DistrictId, StringComparer.Ordinal)
            .ThenBy(one => one.StudentId, StringComparer.Ordinal)
            .FirstOrDefault();
        if (answered is null || ReplyAnswers.Name(answered.Meaning) is not { } name)
        {
            return;
        }

        var since = answered.At;
        if (answered.Meaning is ReplyMeaning.EndTexts or ReplyMeaning.WrongNumber)
        {
            var ended = await suppressions.FindAsync(answered.DistrictId, answered.AddressHash, cancellationToken);
            if (ended is not { LiftedAt: null })
            {
                // Resumed meanwhile: to confirm the end would be untrue.
                return;
            }

            since = ended.Since;
        }

        var step = string.Create(CultureInfo.InvariantCulture, $"{name}-{since.ToUnixTimeMilliseconds()}");
        var due = Due(answered, await PlanOfAsync(answered, cancellationToken) ?? "", Audience.Family, step, since) with
        {
            RecipientId = answered.ContactId,
        };
        await SendAsync(due, cancellationToken);
    }

    private async Task<string?> PlanOfAsync(ReplyRow reply, CancellationToken cancellationToken)
    {
        if (reply.PlanId.Length > 0)
        {
            return reply.PlanId;
        }

        var student = await students.GetAsync(reply.DistrictId, reply.StudentId, cancellationToken);
        return student?.Plans.Select(plan => plan.Plan.PlanId).FirstOrDefault();
    }

    private static NoticeDue Due(ReplyRow reply, string planId, Audience audience, string step, Instant on) => new()
    {
        DistrictId = reply.DistrictId,
        StudentId = reply.StudentId,
        PlanId = planId,
        Obligation = new ObligationId(""),
        DueOn = on.InUtc().Date,
        StepId = step,
        Audience = audience,
        ReplyId = reply.ReplyId,
    };

    private Task SendAsync(NoticeDue due, CancellationToken cancellationToken) =>
        queue.SendAsync(QueueNames.NoticesDue, [due.ToMessage($"reply-{due.ReminderId()}", null)], cancellationToken);
}
