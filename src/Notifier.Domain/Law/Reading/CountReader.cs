using Notifier.Law.Counts;

namespace Notifier.Law.Reading;

/// <summary>Reads a count: a text names a recorded date, an object is told by its first word.</summary>
internal static class CountReader
{
    private static readonly Dictionary<string, Func<JsonPlace, Count>> Readers = new(StringComparer.Ordinal)
    {
        ["calendarDays"] = place => DayCountReader.Read(place, "calendarDays", DayUnit.Calendar),
        ["schoolDays"] = place => DayCountReader.Read(place, "schoolDays", DayUnit.School),
        ["businessDays"] = place => DayCountReader.Read(place, "businessDays", DayUnit.Business),
        ["weekdays"] = place => DayCountReader.Read(place, "weekdays", DayUnit.Weekday),
        ["hours"] = place => new HoursBefore(place.WithOnly("hours", "before")["hours"].Number(), Read(place["before"])),
        ["years"] = YearsAndMonths,
        ["months"] = YearsAndMonths,
        ["districtDays"] = DistrictDays,
        ["districtMonths"] = place => new DistrictMonths(
            place.WithOnly("districtMonths", "after")["districtMonths"].Word<DistrictNumber>(), Read(place["after"])),
        ["annualReviewAfter"] = place => new AnnualReviewAfter(Only(place, "annualReviewAfter")),
        ["threeYearsAfter"] = place => new ThreeYearsAfter(Only(place, "threeYearsAfter")),
        ["latest"] = place => Recorded(place, "latest"),
        ["first"] = place => Recorded(place, "first"),
        ["earlierOf"] = place => new EarlierOf(List(place, "earlierOf")),
        ["laterOf"] = place => new LaterOf(List(place, "laterOf")),
        ["firstRecorded"] = place => new FirstRecorded(List(place, "firstRecorded")),
        ["notAfter"] = place => new NotAfter(Read(place.WithOnly("notAfter", "count")["count"]), Read(place["notAfter"])),
        ["startedOn"] = place => new ClockFrom(
            Read(place.WithOnly("startedOn", "count")["startedOn"]), Read(place["count"])),
        ["branch"] = Branch,
        ["lastSchoolDay"] = place => new LastSchoolDay(Only(place, "lastSchoolDay")),
        ["firstSchoolDayOfNextYear"] = place => new FirstSchoolDayOfNextYear(Only(place, "firstSchoolDayOfNextYear")),
        ["schoolDayOfNextYear"] = place => new SchoolDayOfNextYear(
            place.WithOnly("schoolDayOfNextYear", "of")["schoolDayOfNextYear"].Number(), Read(place["of"])),
        ["dayOfYear"] = DayOfYear,
        ["outOfSummer"] = place => new OutOfSummer(Only(place, "outOfSummer")),
        ["dueDateOf"] = place => new DueDateOf(new ObligationId(place.WithOnly("dueDateOf")["dueDateOf"].Text())),
        ["computed"] = place => new ComputedDuty(place.WithOnly("computed")["computed"].Text()),
    };

    /// <summary>The first words a count can have; the schema of the state files knows the same.</summary>
    public static IEnumerable<string> FirstWords => Readers.Keys;

    public static Count Read(JsonPlace place)
    {
        if (place.IsText)
        {
            return place.Text() switch
            {
                "birthDate" => new BirthDate(),
                "reevaluationClockStart" => new ReevaluationStart(IgnoreWaiver: false),
                "reevaluationClockStartWithoutWaiver" => new ReevaluationStart(IgnoreWaiver: true),
                _ => new RecordedDate(place.Word<PlanDateKind>()),
            };
        }

        var first = place.Names().FirstOrDefault() ?? throw place.Wrong("an empty object is no count.");
        return Readers.TryGetValue(first, out var reader)
            ? reader(place)
            : throw place.Wrong($"'{first}' begins no count. A count begins with: {string.Join(", ", Readers.Keys)}.");
    }

    private static Count Only(JsonPlace place, string name) => Read(place.WithOnly(name)[name]);

    private static IReadOnlyList<Count> List(JsonPlace place, string name) =>
        [.. place.WithOnly(name)[name].Items().Select(Read)];

    private static RecordedDate Recorded(JsonPlace place, string name) => new(
        place.WithOnly(name, "since", "saying")[name].Word<PlanDateKind>(), Read(place["since"]), First: name == "first")
    {
        Saying = place.Optional("saying")?.Text() ?? "",
    };

    private static YearsAndMonths YearsAndMonths(JsonPlace place)
    {
        place.WithOnly("years", "months", "after", "before");
        var (backward, from) = DayCountReader.Direction(place);
        return new YearsAndMonths(
            place.Optional("years")?.Number() ?? 0, place.Optional("months")?.Number() ?? 0, backward, from);
    }

    private static DistrictDays DistrictDays(JsonPlace place)
    {
        place.WithOnly("districtDays", "after", "before");
        var (backward, from) = DayCountReader.Direction(place);
        return new DistrictDays(place["districtDays"].Word<DistrictNumber>(), backward, from);
    }

    private static DayOfYear DayOfYear(JsonPlace place)
    {
        var day = place.WithOnly("dayOfYear", "inYearOf")["dayOfYear"];
        // Any leap year will do to check that the day exists.
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse($"2024-{day.Text()}");
        return date.Success
            ? new DayOfYear(date.Value.Month, date.Value.Day, Read(place["inYearOf"]))
            : throw day.Wrong($"'{day.Text()}' is not a day of the year; write it as 06-30.");
    }

    private static Branch Branch(JsonPlace place)
    {
        place.WithOnly("branch", "otherwise");
        var cases = place["branch"].Items().Select(item => new BranchCase(
            [.. item.WithOnly("when", "then")["when"].Items().Select(ConditionReader.Read)], Read(item["then"])));
        return new Branch([.. cases], place.Optional("otherwise") is { } otherwise ? Read(otherwise) : null);
    }
}
