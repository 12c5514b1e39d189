using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>The five schools, and the grades each of them teaches.</summary>
public static class SampleSchools
{
    public static IReadOnlyList<School> All { get; } =
    [
        new() { SchoolId = "BLUEBONNET", Name = "Bluebonnet Elementary School" },
        new() { SchoolId = "PECAN", Name = "Pecan Creek Elementary School" },
        new() { SchoolId = "LIMESTONE", Name = "Limestone Elementary School" },
        new() { SchoolId = "RIVERBEND", Name = "Riverbend Middle School" },
        new() { SchoolId = "CEDAR", Name = "Cedar Valley High School" },
    ];

    private static readonly string[] Elementary = ["BLUEBONNET", "PECAN", "LIMESTONE"];

    /// <summary>The school of a child who turns so many years old during the school year, and the grade.</summary>
    /// <param name="ageAtSeptember">Years completed on 1 September of the school year; 3 to 20.</param>
    /// <param name="random">Chooses between the elementary schools.</param>
    public static (string SchoolId, string Grade) For(int ageAtSeptember, SampleRandom random) => ageAtSeptember switch
    {
        < 5 => (random.Pick(Elementary), "PK"),
        5 => (random.Pick(Elementary), "KG"),
        < 11 => (random.Pick(Elementary), Grade(ageAtSeptember - 5)),
        < 14 => ("RIVERBEND", Grade(ageAtSeptember - 5)),
        _ => ("CEDAR", Grade(Math.Min(ageAtSeptember - 5, 12))),
    };

    private static string Grade(int number) => FormattableString.Invariant($"{number:00}");
}
