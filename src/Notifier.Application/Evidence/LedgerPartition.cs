using Notifier.Application.Storage;

namespace Notifier.Application.Evidence;

/// <summary>
/// Where one student's due dates, notices and evidence stand: one partition, so that a change and the evidence of it
/// are one transaction.
/// </summary>
public static class LedgerPartition
{
    public const string Table = "Ledger";

    /// <summary>The row key of the evidence head.</summary>
    public const string Head = "head";

    public static string Of(string districtId, string studentId) =>
        StoreKey.Of(districtId, studentId);

    public static string EvidenceKey(int sequence) =>
        "evidence|" + sequence.ToString("D10", System.Globalization.CultureInfo.InvariantCulture);

    public static RowRange AllEvidence => RowRange.StartingWith("evidence|");

    public static RowRange AllNotices => RowRange.StartingWith("notice|");

    public static RowRange NoticesOf(string reminderId) => RowRange.StartingWith($"notice|{reminderId}|");

    public static string NoticeKey(string reminderId, string noticeId) => $"notice|{reminderId}|{noticeId}";
}
