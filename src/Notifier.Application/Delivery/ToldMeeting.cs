using NodaTime;
using Notifier.Application.Storage;
using Notifier.Notices;

namespace Notifier.Application.Delivery;

/// <summary>The meeting a notice to a family spoke of, kept to find out later whether it still holds.</summary>
/// <param name="On">Its day.</param>
/// <param name="As">Eight digits that stand for its time, place and format: the words themselves are not kept.</param>
public sealed record ToldMeeting(LocalDate On, string As)
{
    private const string None = "cancelled";

    /// <summary>The family was told that there is no meeting on that day any more.</summary>
    public bool IsCancelled => As == None;

    public static ToldMeeting Cancelled(LocalDate on) => new(on, None);

    public static ToldMeeting Of(MeetingFacts meeting) =>
        new(
            meeting.On,
            StableId.Of(
                meeting.At?.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) ?? "", meeting.Place,
                meeting.Format.ToString())[..8]);
}
