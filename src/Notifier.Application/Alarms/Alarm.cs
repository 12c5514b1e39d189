using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Storage;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Alarms;

/// <summary>
/// Says by mail that something of the program itself has failed: straight to the mail provider, without a queue and
/// without the store, because these may be what failed. No word of any child is in it.
/// </summary>
public sealed partial class Alarm(IDeliveryChannel channel, AlarmSettings settings, IClock clock, ILogger<Alarm> logger)
{
    private const string Sender = "Notifier";

    private readonly ConcurrentDictionary<string, Instant> raised = new(StringComparer.Ordinal);

    // The contact of each district that was seen, for the hour in which the store cannot say any more.
    private readonly ConcurrentDictionary<string, District> seen = new(StringComparer.Ordinal);

    /// <summary>Remembers whom to tell of a district.</summary>
    public void Remember(District district) => seen[district.DistrictId] = district;

    /// <summary>To the mailbox of the settings and to every district seen so far.</summary>
    public Task RaiseAsync(string what, string remedy, CancellationToken cancellationToken) =>
        RaiseAsync(what, remedy, [.. seen.Values.Select(district => district.Policies.ContactEmail)], cancellationToken);

    /// <summary>To the mailbox of the settings and to one district's contact.</summary>
    public Task RaiseAsync(District district, string what, string remedy, CancellationToken cancellationToken) =>
        RaiseAsync(what, remedy, [district.Policies.ContactEmail], cancellationToken);

    private async Task RaiseAsync(string what, string remedy, IReadOnlyList<string> contacts, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (raised.TryGetValue(what, out var last) && now - last < settings.Again)
        {
            return;
        }

        var told = 0;
        foreach (var address in contacts.Prepend(settings.Mailbox).Where(one => one.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var outcome = await channel.DeliverAsync(MessageTo(address, what, remedy, now), cancellationToken);
            told += outcome.Kind is DeliveryOutcomeKind.Accepted or DeliveryOutcomeKind.Delivered ? 1 : 0;
        }

        if (told == 0)
        {
            // In Azure this line itself raises an alert, by Azure's own mail.
            LogNobodyTold(what);
            return;
        }

        raised[what] = now;
        LogRaised(what, told);
    }

    private static OutgoingMessage MessageTo(string address, string what, string remedy, Instant now)
    {
        var noticeId = StableId.Of("alarm", what, address, now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        return new OutgoingMessage
        {
            AttemptId = AttemptId.For(noticeId, 1),
            NoticeId = noticeId,
            Channel = Channel.Email,
            Address = address,
            RecipientName = "",
            Language = "en",
            Content = new NoticeContent
            {
                Subject = "Notifier needs somebody: notices may not be going out",
                Text = $"{what}\n\nWhat to do\n{remedy}\n",
            },
            SenderName = Sender,
            At = now.InUtc(),
            Why = "An alarm of the program itself.",
        };
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Nobody could be told by mail: {What}")]
    private partial void LogNobodyTold(string what);

    [LoggerMessage(Level = LogLevel.Error, Message = "Alarm to {Told}: {What}")]
    private partial void LogRaised(string what, int told);
}
