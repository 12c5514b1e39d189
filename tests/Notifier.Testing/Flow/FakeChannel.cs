using Notifier.Application.Delivery.Attempts;
using Notifier.Delivery;

namespace Notifier.Testing.Flow;

/// <summary>
/// A provider that counts what it really took, whatever it answers: the truth that recipients see. It takes a message
/// each time it is asked, as a provider without idempotency does.
/// </summary>
public sealed class FakeChannel : IDeliveryChannel
{
    private readonly Lock gate = new();
    private readonly List<OutgoingMessage> taken = [];

    /// <summary>What the next deliveries do; when it is empty, each is taken and answered.</summary>
    public Func<OutgoingMessage, FakeAnswer>? Answering { get; set; }

    /// <summary>What a delivery that arrives is answered with.</summary>
    public DeliveryOutcome Taken { get; set; } = DeliveryOutcome.Delivered(null);

    /// <summary>False: the provider cannot say what became of an attempt.</summary>
    public bool CanFind { get; set; } = true;

    /// <summary>Runs before and after a message was taken; throw in it to play a crash.</summary>
    public Action<string>? Around { get; set; }

    /// <summary>Every message that reached the recipient, in order.</summary>
    public IReadOnlyList<OutgoingMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. taken];
            }
        }
    }

    public async Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Around?.Invoke("before");
        var answer = Answering?.Invoke(message) ?? FakeAnswer.Take;
        if (answer is FakeAnswer.Take or FakeAnswer.TakeAndHang or FakeAnswer.TakeAndThrow)
        {
            lock (gate)
            {
                taken.Add(message);
            }
        }

        Around?.Invoke("after");
        switch (answer)
        {
            case FakeAnswer.TakeAndHang or FakeAnswer.Hang:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case FakeAnswer.TakeAndThrow or FakeAnswer.Throw:
                throw new IOException("the connection was reset");
            case FakeAnswer.Refuse:
                return DeliveryOutcome.Never("refused");
            case FakeAnswer.TryAgain:
                return DeliveryOutcome.TryAgain("busy");
            default:
                break;
        }

        return Taken;
    }

    public Task<DeliveryOutcome> FindAsync(LostAttempt attempt, CancellationToken cancellationToken)
    {
        Around?.Invoke("find");
        lock (gate)
        {
            return Task.FromResult(
                !CanFind ? DeliveryOutcome.Unknown("cannot say")
                : taken.Exists(message => message.AttemptId == attempt.AttemptId) ? Taken
                : DeliveryOutcome.TryAgain("nothing there"));
        }
    }
}
