namespace Notifier.ScheduleChanges;

/// <summary>Something in a schedule change that its author must mend.</summary>
/// <param name="Field">As in the file, for example <c>summary.en</c>.</param>
/// <param name="What">What is wrong: a sentence without its full stop.</param>
/// <param name="Remedy">How to mend it: a sentence without its full stop.</param>
public sealed record ScheduleChangeProblem(string Field, string What, string Remedy)
{
    public override string ToString() => $"{Field}: {What}. {Remedy}.";
}
