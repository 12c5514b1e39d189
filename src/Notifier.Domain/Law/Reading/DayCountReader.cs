using Notifier.Law.Counts;

namespace Notifier.Law.Reading;

/// <summary>Reads a number of days with what it excludes and how absences lengthen it.</summary>
internal static class DayCountReader
{
    public static DayCount Read(JsonPlace place, string name, DayUnit unit)
    {
        place.WithOnly(name, "after", "before", "excluding", "absences");
        var (backward, from) = Direction(place);
        if (place.Optional("excluding") is { } misplaced && (unit != DayUnit.Calendar || backward))
        {
            throw misplaced.Wrong("only calendar days counted forward can exclude days.");
        }

        if (place.Optional("absences") is { } absences && backward)
        {
            throw absences.Wrong("absences lengthen only a count that runs forward.");
        }

        return new DayCount(unit, place[name].Number(least: 0), backward, from)
        {
            Excluding = place.Optional("excluding") is { } excluding ? Excluding(excluding) : null,
            Absences = place.Optional("absences") is { } extension ? Extension(extension) : null,
        };
    }

    public static (bool Backward, Count From) Direction(JsonPlace place)
    {
        if (place.Has("after") == place.Has("before"))
        {
            throw place.Wrong("exactly one of 'after' and 'before' is needed.");
        }

        return (place.Has("before"), CountReader.Read(place[place.Has("before") ? "before" : "after"]));
    }

    private static DayExclusion Excluding(JsonPlace place)
    {
        place.WithOnly("summer", "breaksOfWeekdays", "leadingWeekend", "listedRanges");
        return new DayExclusion
        {
            Summer = place.Optional("summer")?.YesOrNo() ?? false,
            BreaksOfWeekdays = place.Optional("breaksOfWeekdays")?.Number(),
            LeadingWeekend = place.Optional("leadingWeekend")?.YesOrNo() ?? false,
            ListedRanges = place.Optional("listedRanges")?.YesOrNo() ?? false,
        };
    }

    private static AbsenceExtension Extension(JsonPlace place)
    {
        var add = place.WithOnly("atLeast", "add", "upTo")["add"];
        var all = add.Text() switch
        {
            "all" => true,
            "thoseFromTheThresholdOn" => false,
            _ => throw add.Wrong("write 'all' or 'thoseFromTheThresholdOn'."),
        };
        var upTo = place.Optional("upTo") is { } last ? CountReader.Read(last) : null;
        return new AbsenceExtension(place["atLeast"].Number(), all, upTo);
    }
}
