using System.Text.Json.Serialization;
using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Evidence;
using Notifier.Application.Storage;
using Notifier.Delivery;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Reminders;
using Notifier.ScheduleChanges;

namespace Notifier.Application.Delivery;

/// <summary>One notice of the ledger: one reminder, one recipient, one channel. No name, no address, no words.</summary>
public sealed record NoticeRow : Entity
{
    public required string NoticeId { get; init; }

    public required string ReminderId { get; init; }

    public required string DistrictId { get; init; }

    public required string StudentId { get; init; }

    public required string PlanId { get; init; }

    public required ObligationId Obligation { get; init; }

    public string Part { get; init; } = "";

    public required LocalDate DueOn { get; init; }

    public required string StepId { get; init; }

    public required Audience Audience { get; init; }

    public string? ProblemId { get; init; }

    public string? ReplyId { get; init; }

    public string? ChangeOf { get; init; }

    public required string RecipientId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>The language it was written in.</summary>
    public string Language { get; init; } = "";

    public required NoticeState State { get; init; }

    /// <summary>The number of the latest attempt; 0: none yet. Never goes back.</summary>
    public int Attempt { get; init; }

    /// <summary>Planned: not to be attempted before this moment; null: at once.</summary>
    public Instant? NotBefore { get; init; }

    /// <summary>The moment given to it among all texts of the sender; null: none yet.</summary>
    public Instant? PacedFor { get; init; }

    public Instant? AttemptedAt { get; init; }

    /// <summary>Hash of the address the latest attempt went to, never the address: <see cref="Suppressions.HashOf"/>.</summary>
    public string AddressHash { get; init; } = "";

    /// <summary><see cref="LostAttempt.HashOf"/> of the latest attempt's words.</summary>
    public string TextHash { get; init; } = "";

    /// <summary>The day of the meeting the latest attempt spoke of; null: of none.</summary>
    public LocalDate? MeetingOn { get; init; }

    /// <summary>That meeting's <see cref="ToldMeeting.As"/>.</summary>
    public string? MeetingAs { get; init; }

    /// <summary>Stands for that meeting in every notice of it, also after it moved: the id in a calendar.</summary>
    public string? MeetingUid { get; init; }

    /// <summary>How often the family was told of a change of it: 0 in an invitation.</summary>
    public int MeetingRevision { get; init; }

    /// <summary>Of a changed day: the how-manieth notice of it to this person; 0: not of a changed day.</summary>
    public int Turn { get; init; }

    /// <summary>Of a changed day: what it says, <see cref="ToldDay.Said"/> with blanks between. Of a digest: the marks of what it shows.</summary>
    public string Said { get; init; } = "";

    /// <summary>Of a digest: the marks of what it counted and did not show.</summary>
    public string OnlyCounted { get; init; } = "";

    /// <summary>Of a changed day: <see cref="ToldDay.Early"/>.</summary>
    public bool SaidEarly { get; init; }

    /// <summary>Of a changed day: the changes it tells of with their versions, for evidence.</summary>
    public string Changes { get; init; } = "";

    [JsonIgnore]
    public ToldDay? Day => Turn == 0 ? null : new ToldDay(Said.Split(' ', StringSplitOptions.RemoveEmptyEntries), SaidEarly);

    [JsonIgnore]
    public ToldMeeting? Meeting => MeetingOn is { } on ? new ToldMeeting(on, MeetingAs ?? "") : null;

    public string? ProviderId { get; init; }

    /// <summary>What the present state rests on: a code or short phrase.</summary>
    public string Reason { get; init; } = "";

    /// <summary>It never was attempted, and what kept it back may come to an end: a date put right, a guardian put back.</summary>
    [JsonIgnore]
    public bool MayOpenAgain => State == NoticeState.Withheld && Attempt == 0 && WithholdReasons.MayEnd(Reason);

    [JsonIgnore]
    public string AttemptId => Notifier.Delivery.AttemptId.For(NoticeId, Attempt);

    public NoticeDue ToNoticeDue() =>
        new()
        {
            DistrictId = DistrictId,
            StudentId = StudentId,
            PlanId = PlanId,
            Obligation = Obligation,
            Part = Part,
            DueOn = DueOn,
            StepId = StepId,
            Audience = Audience,
            RecipientId = RecipientId,
            ProblemId = ProblemId,
            ReplyId = ReplyId,
            ChangeOf = ChangeOf,
        };

    /// <summary>As it stands, or planned anew where it <see cref="MayOpenAgain"/>.</summary>
    public NoticeRow Reopened() => MayOpenAgain
        ? this with { State = NoticeState.Planned, Reason = "", NotBefore = null, PacedFor = null }
        : this;

    public static NoticeRow Plan(NoticeDue due, string recipientId, Channel channel, string noticeId) =>
        new()
        {
            PartitionKey = LedgerPartition.Of(due.DistrictId, due.StudentId),
            RowKey = LedgerPartition.NoticeKey(due.ReminderId(), noticeId),
            NoticeId = noticeId,
            ReminderId = due.ReminderId(),
            DistrictId = due.DistrictId,
            StudentId = due.StudentId,
            PlanId = due.PlanId,
            Obligation = due.Obligation,
            Part = due.Part,
            DueOn = due.DueOn,
            StepId = due.StepId,
            Audience = due.Audience,
            ProblemId = due.ProblemId,
            ReplyId = due.ReplyId,
            ChangeOf = due.ChangeOf,
            RecipientId = recipientId,
            Channel = channel,
            State = NoticeState.Planned,
        };
}
