using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>The first channel, in a person's own order, that can be used on a day, and why the others were passed over.</summary>
public sealed record ChannelChoice
{
    /// <summary>Null: none can be used.</summary>
    public Channel? Chosen { get; private init; }

    public string Address { get; private init; } = "";

    public IReadOnlyList<string> PassedOver { get; private init; } = [];

    /// <summary>
    /// A STOP or a bounce ends a channel, never the duty: when no preferred channel can be used, the other one is
    /// tried, too. A text is never sent without recorded consent.
    /// </summary>
    public static ChannelChoice For(Contact contact, LocalDate on, IReadOnlyList<ClosedChannel> closed)
    {
        var passedOver = new List<string>();
        foreach (var channel in contact.Channels.Concat([Channel.Email, Channel.Sms]).Distinct())
        {
            if (Obstacle(contact, channel, on, closed) is { } obstacle)
            {
                passedOver.Add($"{NameOf(channel)}: {obstacle}");
                continue;
            }

            return new ChannelChoice
            {
                Chosen = channel,
                Address = channel == Channel.Sms ? contact.Phone : contact.Email,
                PassedOver = passedOver,
            };
        }

        return new ChannelChoice { PassedOver = passedOver };
    }

    private static string? Obstacle(Contact contact, Channel channel, LocalDate on, IReadOnlyList<ClosedChannel> closed)
    {
        var shut = closed.FirstOrDefault(one => one.RecipientId == contact.ContactId && one.Channel == channel);
        return (channel, contact) switch
        {
            (Channel.Email, { Email: "" }) => "no mail address on record",
            (Channel.Sms, { Phone: "" }) => "no phone number on record",
            (Channel.Sms, { TextConsentOn: null }) => "no consent to texts on record",
            (Channel.Sms, { TextConsentOn: { } consent }) when consent > on => "consent to texts begins later",
            _ => shut?.Reason,
        };
    }

    private static string NameOf(Channel channel) => channel == Channel.Sms ? "text" : "email";
}
