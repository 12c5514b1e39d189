using NodaTime;

namespace Notifier.Reminders;

/// <summary>One rung of one due date with the day it falls on.</summary>
/// <param name="Step">The rung.</param>
/// <param name="StepId">Its name; marked where the same rung falls twice.</param>
/// <param name="On">The reminder day.</param>
internal sealed record StepDay(LadderStep Step, string StepId, LocalDate On);
