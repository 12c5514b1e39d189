using Notifier.Application.PlanDates;
using Notifier.PlanDates;

namespace Notifier.Adapters.DistrictFolders.Tables;

/// <summary>Reads a person's channels in order of preference: <c>sms;email</c>.</summary>
internal static class ChannelWords
{
    public static List<Channel> Read(RowFields fields, int column)
    {
        var channels = new List<Channel>();
        foreach (var word in fields.Raw(column).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!FileWords.TryParse<Channel>(word.ToLowerInvariant(), out var channel))
            {
                var near = word.ToUpperInvariant() is "TEXT" or "TEXTS" ? "sms" : NearestWord.Of(word, FileWords.All<Channel>());
                fields.Bad(column, $"\"{word}\" is not a channel", near is null ? "Write sms, email or both: sms;email" : $"Write {near} if that is meant");
            }
            else if (!channels.Contains(channel))
            {
                channels.Add(channel);
            }
        }

        return channels;
    }
}
