namespace Notifier.Notices;

/// <summary>Someone who should have been told and cannot be: an outcome that needs an owner, never a silence.</summary>
/// <param name="ContactId">The contact to mend; null when the student has nobody who may be told.</param>
/// <param name="Reason">What is missing and what to record, without any address; fit for staff to read.</param>
public sealed record NoRecipient(string? ContactId, string Reason);
