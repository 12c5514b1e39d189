using Microsoft.Azure.Functions.Worker;
using Notifier.Application.Queues;

namespace Notifier.Cli.Scheduling;

/// <summary>Why a function is called: a message or the clock.</summary>
public sealed record FunctionCause(ReceivedMessage? Message, TimerInfo? Timer);
