using Notifier.Application.Queues;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>What the import does for one student: a row to write first, if any, then a change to send.</summary>
internal sealed record ImportedStudent(StudentRow? Row, string? IfETag, QueueMessage Message);
