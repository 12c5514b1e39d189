namespace Notifier.Application.Delivery.Paces;

/// <summary>A text that still waits for the moment it was put off to.</summary>
/// <param name="Row">As it was noted.</param>
/// <param name="Notice">As it stands in the ledger.</param>
public sealed record WaitingText(WaitingTextRow Row, NoticeRow Notice);
