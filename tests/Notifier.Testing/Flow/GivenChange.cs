using NodaTime;
using Notifier.ScheduleChanges;

namespace Notifier.Testing.Flow;

/// <summary>Changes of days at Oak Hill.</summary>
public static class GivenChange
{
    /// <summary>Tests all morning for the fourth grade of Oak Elementary.</summary>
    public static ScheduleChange Testing(LocalDate on, Instant postedAt, int version = 1) => new()
    {
        ChangeId = $"{on:uuuu-MM-dd}-testing",
        Version = version,
        DistrictId = OakHill.DistrictId,
        SchoolIds = ["E1"],
        Grades = ["04"],
        Date = on,
        Kind = ScheduleChangeKind.Testing,
        Summary = new Dictionary<string, string> { ["en"] = "Tests all morning; lunch at 12:30." },
        PostedAt = postedAt,
    };

    /// <summary>The whole district goes home at noon.</summary>
    public static ScheduleChange EarlyRelease(LocalDate on, Instant postedAt, int version = 1) =>
        Testing(on, postedAt, version) with
        {
            ChangeId = $"{on:uuuu-MM-dd}-early",
            SchoolIds = [],
            Grades = [],
            Kind = ScheduleChangeKind.EarlyRelease,
            StartsAt = new LocalTime(12, 0),
            Summary = new Dictionary<string, string> { ["en"] = "School ends at noon.", ["es"] = "Las clases terminan a las 12." },
        };
}
