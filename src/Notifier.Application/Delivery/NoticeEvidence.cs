using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Notifier.Evidence;
using Notifier.Notices;

namespace Notifier.Application.Delivery;

/// <summary>The entries that a notice's life leaves behind.</summary>
internal static class NoticeEvidence
{
    public static EvidenceEntry Planned(NoticeRow row, Recipient recipient, Instant at) =>
        Entry(EvidenceKind.NoticePlanned, row, at, EvidenceDetail.Of(
            ("obligation", row.Obligation.Value), ("part", row.Part), ("due", LocalDatePattern.Iso.Format(row.DueOn)),
            ("step", row.StepId), ("audience", row.Audience.ToString()), ("recipient", row.RecipientId),
            ("channel", row.Channel.ToString()), ("passedOver", string.Join(", ", recipient.PassedOver)),
            ("problem", row.ProblemId), ("changes", row.Changes)));

    public static EvidenceEntry Started(NoticeRow row, NoticeContent content, Instant at) =>
        Entry(EvidenceKind.AttemptStarted, row, at, EvidenceDetail.Of(
            ("channel", row.Channel.ToString()), ("language", content.Language), ("template", content.Template),
            ("address", row.AddressHash), ("content", HashOf(content.Subject, content.Text, content.Html)), ("note", content.Note)));

    public static EvidenceEntry Entry(EvidenceKind kind, NoticeRow row, Instant at, string detail) =>
        new()
        {
            Kind = kind,
            At = at,
            StudentId = row.StudentId,
            PlanId = row.PlanId,
            NoticeId = row.NoticeId,
            AttemptId = row.Attempt > 0 ? row.AttemptId : "",
            Detail = detail,
        };

    public static string Iso(Instant moment) => InstantPattern.ExtendedIso.Format(moment);

    /// <summary>Proves later which words were sent, without keeping them here.</summary>
    public static string HashOf(string subject, string text, string? html) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', subject, text, html ?? ""))));
}
