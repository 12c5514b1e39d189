using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Problems;
using Notifier.Application.Queues;
using Notifier.Application.Webhooks;
using Notifier.Delivery;
using Notifier.Testing.Flow;

namespace Notifier.Testing.Providers;

/// <summary>
/// Both fake providers in a scene: they fail by a seed, and report what became of a message early, late, twice, in any
/// order, and now and then before they have answered.
/// </summary>
public sealed class ProvidersScene : ISceneProvider
{
    private readonly List<(Instant DueAt, FakeReport Report)> pending = [];
    private readonly FakeClock clock;
    private readonly Random random;
    private readonly IReadOnlyList<IProviderWebhook> webhooks;
    private bool isStopped;

    /// <param name="seed">The same seed plays the same scene.</param>
    /// <param name="clock">Of the scene.</param>
    /// <param name="twilio">Fake.</param>
    /// <param name="sendGrid">Fake.</param>
    /// <param name="channel">The real adapters in front of the two.</param>
    /// <param name="webhooks">The real readers of their reports.</param>
    public ProvidersScene(
        int seed, FakeClock clock, FakeTwilio twilio, FakeSendGrid sendGrid, IDeliveryChannel channel,
        IReadOnlyList<IProviderWebhook> webhooks)
    {
        (this.clock, this.webhooks, Twilio, SendGrid, Channel) = (clock, webhooks, twilio, sendGrid, channel);
        random = new Random(seed);
        foreach (var provider in (FakeProvider[])[twilio, sendGrid])
        {
            provider.NextFault = NextFault;
            provider.Reported = Reported;
        }

        twilio.Fate = _ => TextFate();
        sendGrid.Fate = _ => MailFate();
        twilio.ListedAfter = Duration.FromMinutes(random.Next(3) * 20);
    }

    public FakeTwilio Twilio { get; }

    public FakeSendGrid SendGrid { get; }

    public IDeliveryChannel Channel { get; }

    /// <summary>The process that runs now, so that a report can overtake an answer.</summary>
    public Func<FlowWorld>? World { get; set; }

    // Nothing really hangs here: a time-out is answered at once.
    public Duration? AttemptTimeOut { get; } = Duration.FromSeconds(30);

    public IReadOnlyList<string> Arrived => [.. All.Where(message => message.Arrives).Select(message => message.NoticeId)];

    /// <summary>Reports that the real readers refused: there should be none.</summary>
    public int Refused { get; private set; }

    private IEnumerable<FakeMessage> All => Twilio.Messages.Concat(SendGrid.Messages);

    public void Stop()
    {
        isStopped = true;
        Twilio.ListIsDown = false;
        Twilio.ListedAfter = Duration.Zero;
    }

    /// <summary>Before each look into the list: now and then it is down.</summary>
    public void BeforeFind() => Twilio.ListIsDown = !isStopped && random.Next(4) == 0;

    public async Task<bool> ReportAsync(FlowWorld world, IQueueSender queue)
    {
        var now = clock.GetCurrentInstant();
        var due = pending.Where(one => isStopped || one.DueAt <= now).ToList();
        foreach (var one in due)
        {
            try
            {
                await queue.SendAsync(QueueNames.DeliveryEvents, Read(one.Report), CancellationToken.None);
                pending.Remove(one);
            }
            catch (TimeoutException)
            {
                // Answered with 503: the provider comes again.
            }
        }

        return due.Count > 0;
    }

    public string? Untruth(NoticeRow row, IReadOnlyList<ProblemRow> problems)
    {
        var mine = All.Where(message => message.NoticeId == row.NoticeId).ToList();
        var arrived = mine.Exists(message => message.Arrives);
        return row.State switch
        {
            NoticeState.Delivered => arrived ? null : "is called delivered and never arrived",
            NoticeState.Failed => arrived ? "is called failed and arrived" : mine.Count > 0 ? null : "is called failed and was never taken",
            NoticeState.NotSent or NoticeState.Withheld => arrived ? $"is called {row.State} and arrived" : null,
            NoticeState.Unknown => mine.Count > 0 ? "is still unknown although the provider reported"
                : problems.Any(problem => problem.Kind == ProblemKind.OutcomeUnknown && problem.RecipientId == row.RecipientId)
                    ? null : "is unknown, and nobody was asked",
            _ => $"is still {row.State}",
        };
    }

    private IReadOnlyList<QueueMessage> Read(FakeReport report)
    {
        var reading = webhooks.Single(one => report.Path.EndsWith(one.Path, StringComparison.Ordinal)).Read(new WebhookCall
        {
            Query = report.Query,
            ContentType = report.ContentType,
            Header = report.Headers.GetValueOrDefault,
            Body = report.Body,
            ReceivedAt = clock.GetCurrentInstant(),
        });
        Refused += reading.Verdict == WebhookVerdict.Taken ? 0 : 1;
        return reading.Messages;
    }

    private void Reported(FakeReport report)
    {
        // Reports on the way are lost at times; how a message ended is repeated by a provider until it is taken.
        if (!report.IsFinal && random.Next(6) == 0)
        {
            return;
        }

        var copies = random.Next(5) == 0 ? 2 : 1;
        for (var copy = 0; copy < copies; copy++)
        {
            pending.Add((clock.GetCurrentInstant() + Delay(), report));
        }

        if (random.Next(8) == 0 && World?.Invoke() is { } world)
        {
            Overtake(world, report);
        }
    }

    /// <summary>The report is handled before the request it belongs to is answered.</summary>
    private void Overtake(FlowWorld world, FakeReport report)
    {
        foreach (var message in Read(report))
        {
            try
            {
                world.UseCases.RecordDelivery.RunAsync(DeliveryEvent.Read(message.Body), CancellationToken.None)
                    .GetAwaiter().GetResult();
            }
            catch (Exception problem) when (problem is TimeoutException or CrashException)
            {
                // It comes again; after a crash the next step of the scene fails, too.
            }
        }
    }

    private Duration Delay() => random.Next(3) switch
    {
        0 => Duration.Zero,
        1 => Duration.FromMinutes(random.Next(60)),
        // A provider gives up after a day, and a report that is refused in between waits for the next look.
        _ => Duration.FromHours(random.Next(6)),
    };

    private ProviderFault NextFault() => isStopped ? ProviderFault.None : random.Next(24) switch
    {
        0 => ProviderFault.Refused,
        1 => ProviderFault.Hang,
        2 or 3 => ProviderFault.TakeAndHang,
        4 => ProviderFault.Reset,
        5 or 6 => ProviderFault.TakeAndReset,
        7 => ProviderFault.Fail,
        8 or 9 => ProviderFault.TakeAndFail,
        10 => ProviderFault.TooMany,
        11 => ProviderFault.SignIn,
        12 => ProviderFault.TakeAndCutAnswer,
        _ => ProviderFault.None,
    };

    private string[] TextFate() => random.Next(8) switch
    {
        0 => ["queued", "sent", "undelivered:30003"],
        1 => ["queued", "failed:30006"],
        2 => ["sent", "undelivered:30008"],
        _ => ["queued", "sending", "sent", "delivered"],
    };

    private string[] MailFate() => random.Next(10) switch
    {
        0 => ["processed", "bounce:bounce"],
        1 => ["processed", "deferred", "bounce:blocked"],
        2 => ["dropped"],
        _ => ["processed", "delivered"],
    };
}
