using System.Collections.Concurrent;

namespace Notifier.Testing.Providers;

/// <summary>What both fakes share: what was taken, what was wrong with the requests, and how the next one is mistreated.</summary>
public abstract class FakeProvider
{
    private readonly ConcurrentQueue<FakeMessage> taken = new();
    private readonly ConcurrentQueue<string> complaints = new();

    /// <summary>What happens to the next request to send; null: nothing bad.</summary>
    public Func<ProviderFault>? NextFault { get; set; }

    /// <summary>What becomes of a message, by its address: the provider's words for it, in order.</summary>
    public Func<string, IReadOnlyList<string>>? Fate { get; set; }

    /// <summary>Hears of every report that is to be sent, in order; null: none are sent.</summary>
    public Action<FakeReport>? Reported { get; set; }

    /// <summary>What a TooMany tells to wait.</summary>
    public int RetryAfterSeconds { get; set; } = 30;

    /// <summary>In the order in which they were taken.</summary>
    public IReadOnlyCollection<FakeMessage> Messages => taken;

    public int Count => taken.Count;

    /// <summary>What is wrong with requests that came: a provider would have refused them.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Whether this request is one to send, so that faults apply to it.</summary>
    public abstract bool IsSend(FakeRequest request);

    /// <summary>Answers as the provider does; a request to send is taken.</summary>
    public abstract FakeResponse Answer(FakeRequest request);

    /// <summary>Answers a fault that has an answer.</summary>
    public FakeResponse AnswerFault(ProviderFault fault) => fault switch
    {
        ProviderFault.TooMany => Refusal(429, 20429, "Too Many Requests") with
        {
            Headers = new Dictionary<string, string> { ["Retry-After"] = $"{RetryAfterSeconds}" },
        },
        ProviderFault.SignIn => Refusal(401, 20003, "Authenticate"),
        _ => new FakeResponse(500, "<html>Internal Server Error</html>") { ContentType = "text/html" },
    };

    protected abstract FakeResponse Refusal(int status, int code, string what);

    protected void Take(FakeMessage message, IEnumerable<FakeReport> reports)
    {
        taken.Enqueue(message);
        if (Reported is not { } reported)
        {
            return;
        }

        foreach (var report in reports)
        {
            reported(report);
        }
    }

    protected FakeResponse Complain(int code, string what)
    {
        complaints.Enqueue(what);
        return Refusal(400, code, what);
    }
}
