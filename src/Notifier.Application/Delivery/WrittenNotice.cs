namespace Notifier.Application.Delivery;

/// <summary>A notice as it was just written.</summary>
/// <param name="Row">The notice.</param>
/// <param name="Hash">The last hash of the student's evidence: while it stands, so does the notice.</param>
public sealed record WrittenNotice(NoticeRow Row, string Hash);
