using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>A mother who was texted about the annual review, and writes back.</summary>
public abstract class ReplyTest : FlowTest
{
    protected static readonly string Phone = OakHill.Mother(OakHill.StudentId).Phone;

    private int replies;

    protected InboundReply Reply(string text, string? providerId = null, string? from = null, string provider = "") => new()
    {
        ProviderId = providerId ?? $"SM{++replies}",
        From = from ?? Phone,
        To = "+15125550100",
        Text = text,
        At = Clock.GetCurrentInstant(),
        AnsweredByProviderAs = provider,
    };

    /// <summary>Through the queue, as a webhook puts it there, and everything that follows now.</summary>
    protected async Task WriteBackAsync(InboundReply reply)
    {
        await World.UseCases.RecordReply.RunAsync(reply, CancellationToken.None);
        await World.DrainAsync();
    }

    protected Task WriteBackAsync(string text) => WriteBackAsync(Reply(text));

    protected async Task<bool> IsEndedAsync(string? phone = null, string districtId = OakHill.DistrictId) =>
        await World.UseCases.Suppressions.ReasonAsync(districtId, Channel.Sms, phone ?? Phone, CancellationToken.None) is not null;

    /// <summary>The texts that answered replies.</summary>
    protected IReadOnlyList<OutgoingMessage> Answers() =>
        [.. Provider.Messages.Where(message => message.Content.Text.StartsWith("answer-", StringComparison.Ordinal))];

    /// <summary>The mails about replies.</summary>
    protected IReadOnlyList<OutgoingMessage> MailsToStaff() =>
        [.. Provider.Messages.Where(message => message.Content.Subject == "staff-reply")];

    protected async Task<IReadOnlyList<ReplyRow>> KeptAsync(string studentId = OakHill.StudentId)
    {
        var rows = new List<ReplyRow>();
        await foreach (var row in World.UseCases.Replies.AllAsync(OakHill.DistrictId, studentId, CancellationToken.None))
        {
            rows.Add(row);
        }

        return rows;
    }

    protected static StudentFile WithoutMothersMail(StudentFile file) => file with
    {
        Contacts = [.. file.Contacts.Select(one => one.Phone == Phone ? one with { Email = "" } : one)],
    };

    protected async Task<NoticeState?> StateAsync(string recipientId, Channel channel) =>
        (await World.NoticesAsync()).FirstOrDefault(row => row.Obligation.Value == Obligation && row.ProblemId is null
            && row.RecipientId == recipientId && row.Channel == channel)?.State;
}
