using Notifier.Application.Runs;

namespace Notifier.Cli;

/// <summary>How a run of the one-machine home went.</summary>
/// <param name="Summary">What the use cases did.</param>
/// <param name="SetAside">Messages that failed to the end and now wait for a person.</param>
/// <param name="AllWell">Every timer function ended well.</param>
public sealed record RunOutcome(RunSummary Summary, int SetAside, bool AllWell);
