using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>An invented district, the same for the same seed and size on every machine.</summary>
public sealed record SampleDistrict
{
    public const int DefaultStudents = 440;

    public const int DefaultSeed = 2026;

    public required IReadOnlyList<SampleChild> Children { get; init; }

    public District District { get; } = new()
    {
        DistrictId = "cedar-valley",
        Name = "Cedar Valley Unified School District",
        // Federal rules alone: an invented district follows no state's.
        State = "US",
        TimeZone = DateTimeZoneProviders.Tzdb["America/Chicago"],
        Policies = new()
        {
            OfficePhone = "+15125550100",
            ContactEmail = "special.education@cedarvalley.example.org",
        },
    };

    /// <param name="seed">Equal seeds give equal districts.</param>
    /// <param name="students">How many children; at least <see cref="SampleCast.FewestStudents"/>.</param>
    public static SampleDistrict Make(int seed = DefaultSeed, int students = DefaultStudents)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(students, SampleCast.FewestStudents);
        var random = new SampleRandom((ulong)seed);
        var cast = SampleCast.Of(students, random);

        return new() { Children = new SampleChildren(random).For(cast) };
    }
}
