using System.Text.RegularExpressions;
using Notifier.PlanDates;

namespace Notifier.ScheduleChanges;

/// <summary>What a schedule change must be before anybody is told of it.</summary>
public static partial class ScheduleChangeCheck
{
    /// <summary>More does not fit into a text beside what every text must say.</summary>
    public const int LongestSummary = 120;

    private const int LongestId = 80;
    private const int MostStudents = 1000;

    /// <param name="change">As read.</param>
    /// <param name="district">The district it is for; null: there is no such district, which its author is told otherwise.</param>
    /// <param name="schools">Of that district.</param>
    public static IReadOnlyList<ScheduleChangeProblem> Of(
        ScheduleChange change, District? district, IReadOnlyList<School> schools) =>
        [.. Identity(change, district), .. Scope(change, district is null ? null : schools), .. Summaries(change), .. SummaryCheck.Of(change, schools)];

    private static IEnumerable<ScheduleChangeProblem> Identity(ScheduleChange change, District? district)
    {
        if (!Id().IsMatch(change.ChangeId) || change.ChangeId.Length > LongestId)
        {
            yield return new("changeId", $"'{change.ChangeId}' cannot name a change",
                $"Use 1 to {LongestId} letters, digits, hyphens and dots, for example 2026-03-02-testing");
        }

        if (change.Version < 1)
        {
            yield return new("version", $"{change.Version} is no version", "Begin with 1 and add 1 with each correction");
        }

        if (district is not null && change.DistrictId != district.DistrictId)
        {
            yield return new("districtId", $"'{change.DistrictId}' is no district of this store", $"Write {district.DistrictId}");
        }
    }

    private static IEnumerable<ScheduleChangeProblem> Scope(ScheduleChange change, IReadOnlyList<School>? schools)
    {
        foreach (var id in change.SchoolIds.Where(id => schools?.All(school => school.SchoolId != id) == true))
        {
            yield return new("schoolIds", $"there is no school '{id}'", "Write a schoolId of schools.csv, or import the folder that has it");
        }

        if (change.Grades.Any(string.IsNullOrWhiteSpace))
        {
            yield return new("grades", "a grade is blank", "Write it as in students.csv, for example 04, or leave it out");
        }

        if (change.StudentIds.Any(string.IsNullOrWhiteSpace))
        {
            yield return new("studentIds", "a student id is blank", "Write it as in students.csv, or leave it out");
        }

        if (change.StudentIds.Count > MostStudents)
        {
            yield return new("studentIds", $"{change.StudentIds.Count} students are too many for one change",
                $"Name schools or grades instead, or make several changes of at most {MostStudents} students");
        }
    }

    private static IEnumerable<ScheduleChangeProblem> Summaries(ScheduleChange change)
    {
        if (change is { Kind: ScheduleChangeKind.Other, Withdrawn: false, Summary.Count: 0 })
        {
            yield return new("summary", "of a change of kind other the summary alone says what is different", "Write a summary in the district's languages");
        }

        foreach (var (language, text) in change.Summary)
        {
            var field = $"summary.{language}";
            if (!Language().IsMatch(language))
            {
                yield return new(field, $"'{language}' is no language", "Name it by its two-letter code, for example en or es");
            }

            if (string.IsNullOrWhiteSpace(text))
            {
                yield return new(field, "it is blank", "Say what is different, or leave this language out");
            }
            else if (text.Length > LongestSummary)
            {
                yield return new(field, $"it has {text.Length} characters", $"Say it in at most {LongestSummary}: it goes out as a text");
            }

            if (Link().IsMatch(text ?? ""))
            {
                yield return new(field, "it holds a link", "Say what is different in words: families are taught not to open links in texts");
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.\-_]*$")]
    private static partial Regex Id();

    [GeneratedRegex("^[a-z]{2}$")]
    private static partial Regex Language();

    [GeneratedRegex(@"https?:|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
