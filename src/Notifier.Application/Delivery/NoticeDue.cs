using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Json;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery;

/// <summary>Body of a message on <see cref="QueueNames.NoticesDue"/>: one reminder whose day has come.</summary>
public sealed record NoticeDue
{
    /// <summary>Stands where a reminder names its obligation: no law owes this, the plan promises it.</summary>
    public static readonly ObligationId ChangedDay = new("schedule-change");

    /// <summary>Stands where a reminder names its obligation: the overview of one member of staff, named by <see cref="Part"/>.</summary>
    public static readonly ObligationId Digest = new("staff-digest");

    /// <summary>Stands where a reminder names its obligation: the summary of a week for the supervisor named by <see cref="Part"/>.</summary>
    public static readonly ObligationId Summary = new("weekly-summary");

    /// <summary>Stands where a reminder names its obligation: the text to the member of staff that <see cref="Part"/> names.</summary>
    public static readonly ObligationId StaffText = new("staff-text");

    private const string MorningStep = "digest";

    public required string DistrictId { get; init; }

    public required string StudentId { get; init; }

    public required string PlanId { get; init; }

    public required ObligationId Obligation { get; init; }

    public string Part { get; init; } = "";

    /// <summary>The due date the reminder was made for; when it has moved since, nothing is sent.</summary>
    public required LocalDate DueOn { get; init; }

    public required string StepId { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>One person only (a notice put off or tried again); null: everybody of the audience.</summary>
    public string? RecipientId { get; init; }

    /// <summary>Set when the notice tells its owner about a visible problem instead of a due date.</summary>
    public string? ProblemId { get; init; }

    /// <summary>Set when the notice tells staff of a reply, or answers it, instead of telling of a due date.</summary>
    public string? ReplyId { get; init; }

    /// <summary>Set when the notice tells a family that a meeting changed: the meeting's id.</summary>
    public string? ChangeOf { get; init; }

    /// <summary>It tells of a day that will not follow the routine, <see cref="DueOn"/>, instead of a due date.</summary>
    [JsonIgnore]
    public bool IsOfChangedDay => Obligation == ChangedDay && ProblemId is null && ReplyId is null;

    /// <summary>It is the overview of <see cref="DueOn"/> for the member of staff that <see cref="Part"/> names.</summary>
    [JsonIgnore]
    public bool IsDigest => Obligation == Digest && ProblemId is null;

    /// <summary>It is the summary of the week as of <see cref="DueOn"/> for the supervisor that <see cref="Part"/> names.</summary>
    [JsonIgnore]
    public bool IsSummary => Obligation == Summary && ProblemId is null;

    /// <summary>It is a text to a member of staff that something cannot wait.</summary>
    [JsonIgnore]
    public bool IsStaffText => Obligation == StaffText && ProblemId is null;

    /// <summary>Stands for the reminder in keys, whoever receives it and however: 32 letters and digits.</summary>
    public string ReminderId() =>
        StableId.Of(
            // A changed day is one and the same whatever becomes of the plan meanwhile.
            DistrictId, StudentId, IsOfChangedDay ? "" : PlanId, Obligation.Value, Part, DueOn.ToString("uuuu-MM-dd", null), StepId,
            Audience.ToString(), ProblemId ?? "");

    /// <summary>The id of the notice to one recipient over one channel.</summary>
    /// <param name="recipientId">The contact or staff member.</param>
    /// <param name="channel">Text or email.</param>
    /// <param name="telling"><see cref="Telling.Step"/>; empty: the only notice of this reminder there can be.</param>
    public string NoticeIdFor(string recipientId, Channel channel, string telling = "") =>
        new NoticeKey
        {
            DistrictId = DistrictId,
            PlanId = IsOfChangedDay ? StudentId : PlanId,
            Obligation = Obligation,
            Part = Part,
            DueOn = DueOn,
            StepId = StepId + telling,
            RecipientId = recipientId,
            Channel = channel,
        }.NoticeId;

    /// <exception cref="JsonException">The body is not a notice due: set it aside.</exception>
    public static NoticeDue Read(ReadOnlyMemory<byte> body) =>
        StoredValue.Read(body.Span, DeliveryJson.Default.NoticeDue)
        ?? throw new JsonException("The body is null where a notice due is expected.");

    /// <param name="messageId">Derived from what the message is for, so that sending it again adds nothing.</param>
    /// <param name="notBefore">Null: at once.</param>
    public QueueMessage ToMessage(string messageId, Instant? notBefore) =>
        new()
        {
            MessageId = messageId,
            Body = JsonSerializer.SerializeToUtf8Bytes(this, DeliveryJson.Default.NoticeDue),
            NotBefore = notBefore,
        };

    /// <summary>What is different for one student on one day; what that is is found out when it is sent.</summary>
    public static NoticeDue OfDay(string districtId, string studentId, string planId, LocalDate on) =>
        new()
        {
            DistrictId = districtId,
            StudentId = studentId,
            PlanId = planId,
            Obligation = ChangedDay,
            Part = LocalDatePattern.Iso.Format(on),
            DueOn = on,
            StepId = "changed-day",
            Audience = Audience.Family,
        };

    /// <summary>Of an overview: it only adds to the morning's what cannot wait until tomorrow.</summary>
    [JsonIgnore]
    public bool IsAddition => IsDigest && StepId != MorningStep;

    /// <summary>The overview of a day for one member of staff, or for the district's contact.</summary>
    /// <param name="districtId">The district.</param>
    /// <param name="staffId">Whose.</param>
    /// <param name="on">The day.</param>
    /// <param name="addition">0: the morning's; otherwise the how-manieth addition to it.</param>
    public static NoticeDue OfDigest(string districtId, string staffId, LocalDate on, int addition = 0) =>
        new()
        {
            DistrictId = districtId,
            StudentId = LedgerOfStaff(staffId),
            PlanId = "",
            Obligation = Digest,
            Part = staffId,
            DueOn = on,
            StepId = addition == 0 ? MorningStep : $"{MorningStep}-{addition}",
            Audience = Audience.CaseManager,
        };

    /// <summary>The summary of a week for one supervisor, or for the district's contact.</summary>
    /// <param name="districtId">The district.</param>
    /// <param name="staffId">Whose.</param>
    /// <param name="on">The day whose view it is.</param>
    public static NoticeDue OfSummary(string districtId, string staffId, LocalDate on) =>
        new()
        {
            DistrictId = districtId,
            StudentId = LedgerOfStaff(staffId),
            PlanId = "",
            Obligation = Summary,
            Part = staffId,
            DueOn = on,
            StepId = "summary",
            Audience = Audience.Supervisor,
        };

    /// <summary>The text that follows an overview, or an addition to one.</summary>
    public static NoticeDue OfStaffText(NoticeDue digest) => digest with
    {
        Obligation = StaffText,
        StepId = "text-" + digest.StepId,
        RecipientId = null,
    };

    /// <summary>Under which name the notices and the evidence of a member of staff are kept, beside those of students.</summary>
    public static string LedgerOfStaff(string staffId) => "staff|" + staffId;

    public static NoticeDue From(Reminder reminder) =>
        new()
        {
            DistrictId = reminder.DistrictId,
            StudentId = reminder.StudentId,
            PlanId = reminder.PlanId,
            Obligation = reminder.Obligation,
            Part = reminder.Part,
            DueOn = reminder.DueOn,
            StepId = reminder.StepId,
            Audience = reminder.Audience,
        };
}
