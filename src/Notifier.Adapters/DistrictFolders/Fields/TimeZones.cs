using NodaTime;
using NodaTime.TimeZones;

namespace Notifier.Adapters.DistrictFolders.Fields;

/// <summary>Reads IANA time zones, and knows what people write instead.</summary>
internal static class TimeZones
{
    private static readonly Dictionary<string, string> Everyday = new(StringComparer.OrdinalIgnoreCase)
    {
        ["eastern"] = "America/New_York",
        ["et"] = "America/New_York",
        ["est"] = "America/New_York",
        ["edt"] = "America/New_York",
        ["central"] = "America/Chicago",
        ["ct"] = "America/Chicago",
        ["cst"] = "America/Chicago",
        ["cdt"] = "America/Chicago",
        ["mountain"] = "America/Denver",
        ["mt"] = "America/Denver",
        ["mst"] = "America/Denver",
        ["mdt"] = "America/Denver",
        ["pacific"] = "America/Los_Angeles",
        ["pt"] = "America/Los_Angeles",
        ["pst"] = "America/Los_Angeles",
        ["pdt"] = "America/Los_Angeles",
        ["alaska"] = "America/Anchorage",
        ["hawaii"] = "Pacific/Honolulu",
        ["arizona"] = "America/Phoenix",
    };

    private static readonly IDateTimeZoneProvider Tzdb = DateTimeZoneProviders.Tzdb;

    public static FieldFault? Parse(string text, out DateTimeZone? zone)
    {
        // A zone without a place ("EST", "UTC-6") never changes to daylight-saving time: nobody lives there.
        zone = text.Contains('/', StringComparison.Ordinal) && !text.StartsWith("Etc/", StringComparison.Ordinal) ? Tzdb.GetZoneOrNull(text) : null;
        if (zone is not null)
        {
            return null;
        }

        var meant = Everyday.GetValueOrDefault(text.Split(' ')[0])
            ?? WindowsZone(text)
            ?? NearestWord.Of(text, Tzdb.Ids.Where(id => id.Contains('/', StringComparison.Ordinal)))
            ?? "America/Chicago";
        return new FieldFault("it is not an IANA time zone", $"Write a place as the zone, for example {meant}");
    }

    private static string? WindowsZone(string text) =>
        TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(text, out var id) ? id : null;
}
