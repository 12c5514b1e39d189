using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Digests;
using Notifier.Application.PlanDates;
using Notifier.Delivery.Replies;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Replies;

/// <summary>
/// Takes in what a person texted back. An end of texts holds at once, in every district that texts the number, and never
/// ends the duty: what waits to be texted goes another way. Words on a meeting are evidence and reach the case manager, and
/// so does everything that is not understood. A repeated or late reply does nothing twice.
/// </summary>
public sealed partial class RecordReply(
    TextedNumbers numbers,
    KeptReplies replies,
    ReplyConcerns concerns,
    Suppressions suppressions,
    OtherWays otherWays,
    ReplyNotices notices,
    StrangerReplies strangers,
    AcknowledgeByText acknowledge,
    DistrictFiles districts,
    IClock clock,
    ILogger<RecordReply> logger)
{
    private const string ProviderStop = "STOP";
    private const string ProviderStart = "START";
    private const string ProviderHelp = "HELP";

    public async Task RunAsync(InboundReply reply, CancellationToken cancellationToken)
    {
        var replyId = ReplyRow.IdOf(reply.ProviderId);
        var hash = Suppressions.HashOf(Channel.Sms, reply.From);
        var meaning = MeaningOf(reply);
        var known = await numbers.ContactsAsync(hash, cancellationToken);
        LogReceived(replyId, meaning, known.Count);

        // A request that is sent again much later says what it said then, not anew: a START since, or a STOP, stands.
        if (await FirstSeenAsync(replyId, known, cancellationToken) is { } first)
        {
            reply = reply with { At = first };
        }

        // Before anything else, so that whatever is sent from now on sees it.
        await ChangeAsync(reply, meaning, hash, cancellationToken);
        if (known.Count == 0)
        {
            await strangers.RunAsync(hash, meaning, cancellationToken);
            return;
        }

        var kept = new List<ReplyRow>();
        foreach (var concern in await concerns.FindAsync(meaning, known, hash, reply.At, cancellationToken))
        {
            kept.Add(await replies.KeepAsync(
                ToRow(replyId, reply, meaning, hash, concern), clock.GetCurrentInstant(), cancellationToken));
        }

        if (meaning is ReplyMeaning.EndTexts or ReplyMeaning.WrongNumber)
        {
            foreach (var number in known)
            {
                await otherWays.OpenAsync(number, replyId, cancellationToken);
            }
        }

        await acknowledge.RunAsync(reply, known, hash, cancellationToken);
        await notices.TellStaffAsync(kept, cancellationToken);
        if (reply.AnsweredByProviderAs.Length == 0)
        {
            await notices.AnswerAsync(kept, cancellationToken);
        }
    }

    private async Task<Instant?> FirstSeenAsync(string replyId, IReadOnlyList<NumberRow> known, CancellationToken cancellationToken)
    {
        foreach (var number in known)
        {
            if (await replies.FindAsync(number.DistrictId, number.StudentId, replyId, cancellationToken) is { } kept)
            {
                return kept.At;
            }
        }

        return null;
    }

    // The provider's own reading ends or resumes texts there, whatever we read: ours must not say otherwise.
    private static ReplyMeaning MeaningOf(InboundReply reply) => (reply.AnsweredByProviderAs, ReplyReader.Read(reply.Text)) switch
    {
        (ProviderStop, ReplyMeaning.WrongNumber) => ReplyMeaning.WrongNumber,
        (ProviderStop, _) => ReplyMeaning.EndTexts,
        // YES means START to some providers, and yes to a meeting to people.
        (ProviderStart, ReplyMeaning.ConfirmsMeeting) => ReplyMeaning.ConfirmsMeeting,
        (ProviderStart, _) => ReplyMeaning.ResumeTexts,
        (ProviderHelp, ReplyMeaning.Other) => ReplyMeaning.AsksForHelp,
        (_, var read) => read,
    };

    private async Task ChangeAsync(
        InboundReply reply, ReplyMeaning meaning, string hash, CancellationToken cancellationToken)
    {
        var ends = meaning is ReplyMeaning.EndTexts or ReplyMeaning.WrongNumber;
        var resumes = meaning == ReplyMeaning.ResumeTexts || (reply.AnsweredByProviderAs == ProviderStart && !ends);
        if (!ends && !resumes)
        {
            return;
        }

        // Every district here texts from one sender: who ends its texts ends them also for one that has not begun yet.
        await foreach (var districtId in districts.AllIdsAsync(cancellationToken))
        {
            if (ends)
            {
                var reason = meaning == ReplyMeaning.WrongNumber ? "replied that the number is wrong" : "replied STOP";
                await suppressions.SuppressAsync(districtId, hash, Channel.Sms, reason, reply.At, cancellationToken);
            }
            else
            {
                await suppressions.ResumeAsync(districtId, hash, Channel.Sms, "replied START", reply.At, cancellationToken);
            }
        }
    }

    private static ReplyRow ToRow(string replyId, InboundReply reply, ReplyMeaning meaning, string hash, ReplyConcern concern) =>
        new()
        {
            PartitionKey = ReplyRow.PartitionOf(concern.Number.DistrictId, concern.Number.StudentId),
            RowKey = ReplyRow.KeyOf(replyId),
            ReplyId = replyId,
            DistrictId = concern.Number.DistrictId,
            StudentId = concern.Number.StudentId,
            PlanId = concern.Notice?.PlanId ?? "",
            ContactId = concern.Number.ContactId,
            AddressHash = hash,
            Meaning = meaning,
            Text = reply.Text,
            At = reply.At,
            NoticeId = concern.Notice?.NoticeId ?? "",
            MeetingOn = concern.Notice?.MeetingOn,
            IsUnclear = concern.IsUnclear,
            Attachments = reply.Attachments,
        };

    [LoggerMessage(Level = LogLevel.Information, Message = "Reply {ReplyId}: {Meaning}; {Contacts} contacts were texted at its number")]
    private partial void LogReceived(string replyId, ReplyMeaning meaning, int contacts);
}
