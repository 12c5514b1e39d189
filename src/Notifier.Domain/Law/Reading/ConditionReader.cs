using Notifier.Law.Counts;

namespace Notifier.Law.Reading;

/// <summary>Reads what decides between the cases of a branch.</summary>
internal static class ConditionReader
{
    private static readonly Dictionary<string, Func<JsonPlace, Condition>> Readers = new(StringComparer.Ordinal)
    {
        ["schoolDaysLeft"] = place => new SchoolDaysLeft(
            Range(place.WithOnly("schoolDaysLeft", "on")["schoolDaysLeft"]), CountReader.Read(place["on"])),
        ["calendarDaysLeft"] = place => new CalendarDaysLeft(
            Range(place.WithOnly("calendarDaysLeft", "on")["calendarDaysLeft"]), CountReader.Read(place["on"])),
        ["betweenSchoolYears"] = place => new BetweenSchoolYears(
            CountReader.Read(place.WithOnly("betweenSchoolYears")["betweenSchoolYears"])),
        ["absences"] = place => new AbsencesWithin(
            Range(place.WithOnly("absences", "after", "upTo")["absences"]),
            CountReader.Read(place["after"]), CountReader.Read(place["upTo"])),
        ["date"] = place => new IsBefore(
            CountReader.Read(place.WithOnly("date", "isBefore")["date"]), CountReader.Read(place["isBefore"])),
        ["detailOf"] = place => new DetailSays(
            place.WithOnly("detailOf", "says")["says"].Text(), CountReader.Read(place["detailOf"])),
        ["recorded"] = place => new IsRecorded(CountReader.Read(place.WithOnly("recorded")["recorded"])),
        ["anyOf"] = place => new AnyOf([.. place.WithOnly("anyOf")["anyOf"].Items().Select(Read)]),
    };

    /// <summary>The first words a condition can have; the schema of the state files knows the same.</summary>
    public static IEnumerable<string> FirstWords => Readers.Keys;

    public static Condition Read(JsonPlace place)
    {
        var first = place.Names().FirstOrDefault() ?? throw place.Wrong("an empty object is no condition.");
        return Readers.TryGetValue(first, out var reader)
            ? reader(place)
            : throw place.Wrong($"'{first}' begins no condition. One begins with: {string.Join(", ", Readers.Keys)}.");
    }

    private static NumberRange Range(JsonPlace place)
    {
        place.WithOnly("atLeast", "below");
        var range = new NumberRange(place.Optional("atLeast")?.Number(least: 0), place.Optional("below")?.Number());
        return range is { AtLeast: null, Below: null }
            ? throw place.Wrong("'atLeast', 'below' or both are needed.")
            : range;
    }
}
