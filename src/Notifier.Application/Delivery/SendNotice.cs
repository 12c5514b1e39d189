using Notifier.Application.Delivery.Replies;
using Notifier.Application.Digests;
using Notifier.Application.Runs;
using Notifier.Application.Summaries;
using Notifier.Reminders;

namespace Notifier.Application.Delivery;

/// <summary>
/// Sends what a message of the queue asks for. May be run for the same message any number of times, at once or one after
/// another: each notice goes out once.
/// </summary>
public sealed class SendNotice(SendReminder reminder, SendDigest digest, SendStaffText staffText, SendSummary summary, AnswerReply answers)
{
    public async Task RunAsync(NoticeDue due, CancellationToken cancellationToken)
    {
        using var step = FlowTrace.Start(nameof(SendNotice), ("district", due.DistrictId), ("reminder", due.ReminderId()));
        await (due switch
        {
            { ReplyId: not null, Audience: Audience.Family } => answers.RunAsync(due, cancellationToken),
            { IsStaffText: true } => staffText.RunAsync(due, cancellationToken),
            { IsSummary: true } => summary.RunAsync(due, cancellationToken),
            { IsDigest: true } => digest.RunAsync(due, cancellationToken),
            _ => reminder.RunAsync(due, cancellationToken),
        });
    }
}
