using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>How values stand in <see cref="ReadingTables"/>: in an order of their own, and short.</summary>
internal static class StoredForms
{
    public static int DayOf(LocalDate date) => date.Year * 10_000 + date.Month * 100 + date.Day;

    public static LocalDate DateOf(int day) => new(day / 10_000, day / 100 % 100, day % 100);

    public static string ChannelsOf(IReadOnlyList<Channel> channels) =>
        string.Concat(channels.Select(channel => (char)('0' + (int)channel)));

    public static IReadOnlyList<Channel> ChannelsOf(string channels) => [.. channels.Select(digit => (Channel)(digit - '0'))];
}
