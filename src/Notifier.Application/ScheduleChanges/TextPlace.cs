namespace Notifier.Application.ScheduleChanges;

/// <summary>A place in a text, as editors name it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
public sealed record TextPlace(int Line, int Column);
