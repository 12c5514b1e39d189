using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>A meeting ahead of which something is missing.</summary>
/// <param name="Meeting">As planned.</param>
/// <param name="Student">Named by first name only.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="Missing">What.</param>
public sealed record DigestMeeting(MeetingFacts Meeting, Student Student, string PlanId, MeetingGap Missing);
