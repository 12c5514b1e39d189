namespace Notifier.Notices;

/// <summary>An iCalendar file (RFC 5545) that goes with an email, so that a meeting lands in the recipient's calendar.</summary>
/// <param name="FileName">ASCII letters, digits, hyphens and dots; no name of a person.</param>
/// <param name="Text">The whole file, lines ended by CR LF.</param>
public sealed record CalendarFile(string FileName, string Text);
