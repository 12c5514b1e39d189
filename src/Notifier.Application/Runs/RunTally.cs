using System.Collections.Concurrent;
using Notifier.Application.Problems;
using Notifier.Delivery;

namespace Notifier.Application.Runs;

/// <summary>Counts what the use cases do, for the summary of a run. Safe to use from several threads.</summary>
public sealed class RunTally
{
    private readonly ConcurrentDictionary<string, int> withheld = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> problems = new(StringComparer.Ordinal);
    private int refreshed, moved, raised, sent, deferred, notSent, held, settled;

    public RunSummary Summary => new()
    {
        Refreshed = refreshed,
        Moved = moved,
        Raised = raised,
        Sent = sent,
        Deferred = deferred,
        NotSent = notSent,
        Held = held,
        Settled = settled,
        Withheld = new SortedDictionary<string, int>(withheld, StringComparer.Ordinal),
        Problems = new SortedDictionary<string, int>(problems, StringComparer.Ordinal),
    };

    public void Refreshed(int dueDatesMoved)
    {
        FlowMeter.Refreshed.Add(1);
        Interlocked.Increment(ref refreshed);
        Interlocked.Add(ref moved, dueDatesMoved);
    }

    public void Raised(int reminders)
    {
        FlowMeter.Raised.Add(reminders);
        Interlocked.Add(ref raised, reminders);
    }

    public void Deferred() => Interlocked.Increment(ref deferred);

    public void Settled()
    {
        FlowMeter.Settled.Add(1);
        Interlocked.Increment(ref settled);
    }

    public void Withheld(WithholdReason reason)
    {
        FlowMeter.Withheld.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));
        withheld.AddOrUpdate(reason.ToString(), 1, (_, count) => count + 1);
    }

    public void Opened(ProblemKind kind)
    {
        FlowMeter.Problems.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));
        problems.AddOrUpdate(kind.ToString(), 1, (_, count) => count + 1);
    }

    /// <summary>Counts where an attempt has led.</summary>
    public void Attempted(NoticeState state)
    {
        FlowMeter.Attempted.Add(1, new KeyValuePair<string, object?>("state", state.ToString()));
        switch (state)
        {
            case NoticeState.Accepted or NoticeState.Sent or NoticeState.Delivered:
                Interlocked.Increment(ref sent);
                break;
            case NoticeState.Planned:
                Interlocked.Increment(ref deferred);
                break;
            case NoticeState.NotSent or NoticeState.Failed:
                Interlocked.Increment(ref notSent);
                break;
            case NoticeState.Unknown:
                Interlocked.Increment(ref held);
                break;
            default:
                break;
        }
    }
}
