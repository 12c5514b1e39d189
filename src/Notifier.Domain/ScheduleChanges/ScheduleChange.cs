using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Notifier.PlanDates;

namespace Notifier.ScheduleChanges;

/// <summary>One version of a change to one day: what the school office knows and families are to hear.</summary>
public sealed record ScheduleChange
{
    /// <summary>The promise in a plan that the family hears the evening before.</summary>
    public const string Accommodation = "scheduleChangeNotice";

    public required string ChangeId { get; init; }

    /// <summary>From 1; the highest one stands, in whatever order they arrive.</summary>
    public required int Version { get; init; }

    public required string DistrictId { get; init; }

    /// <summary>Empty: every school.</summary>
    public IReadOnlyList<string> SchoolIds { get; init; } = [];

    /// <summary>Empty: every grade.</summary>
    public IReadOnlyList<string> Grades { get; init; } = [];

    /// <summary>Further students, whatever their school and grade; alone: these and nobody else.</summary>
    public IReadOnlyList<string> StudentIds { get; init; } = [];

    /// <summary>True: families without the accommodation are told, too.</summary>
    public bool Everyone { get; init; }

    public required LocalDate Date { get; init; }

    public required ScheduleChangeKind Kind { get; init; }

    /// <summary>
    /// The district's clock when it begins, of an early release the end of school, of a late start its beginning; null: it
    /// begins with the school day.
    /// </summary>
    public LocalTime? StartsAt { get; init; }

    public bool Withdrawn { get; init; }

    /// <summary>Two-letter language to what is different, in the office's words; a language may be missing.</summary>
    public IReadOnlyDictionary<string, string> Summary { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// What looks like a mistake and is none: words of a summary that are no student's name and no disability, the date on which
    /// there is no school, the other change of the same kind. Families hear nothing of it.
    /// </summary>
    public IReadOnlyList<string> Meant { get; init; } = [];

    public required Instant PostedAt { get; init; }

    /// <summary>Stands for the change whatever its version.</summary>
    public string Mark => Short(ChangeId);

    /// <summary>Stands for what a family hears of it: two versions that say the same have the same.</summary>
    public string Said => $"{Mark}-{Content}";

    /// <summary>No school and no grade: the students it names, and nobody else.</summary>
    public bool NamesOnlyStudents => StudentIds.Count > 0 && SchoolIds.Count == 0 && Grades.Count == 0;

    /// <summary>Whether the change is about this student.</summary>
    /// <param name="student">As on file now.</param>
    /// <param name="isPromised">A plan in force carries <see cref="Accommodation"/>.</param>
    public bool Concerns(Student student, bool isPromised)
    {
        if (!isPromised && !Everyone)
        {
            return false;
        }

        return StudentIds.Contains(student.StudentId)
            || (!NamesOnlyStudents
                && (SchoolIds.Count == 0 || SchoolIds.Contains(student.SchoolId))
                && IsForGrade(student.Grade));
    }

    /// <summary>Whether it is for a grade; <c>4</c> and <c>04</c>, <c>k</c> and <c>K</c> are one.</summary>
    public bool IsForGrade(string grade) => Grades.Count == 0
        || Grades.Any(one => Bare(one).Equals(Bare(grade), StringComparison.OrdinalIgnoreCase));

    // "04", "4" and "4th" are one grade.
    private static string Bare(string grade)
    {
        var bare = grade.Trim().TrimStart('0');
        return bare.Length > 2 && char.IsAsciiDigit(bare[^3]) && bare[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th" ? bare[..^2] : bare;
    }

    /// <summary>Whether a child's day can have only one of the two: it ends once, and begins once.</summary>
    public bool ReplacesOthersLike(ScheduleChange other) =>
        Kind == other.Kind && Kind is ScheduleChangeKind.EarlyRelease or ScheduleChangeKind.LateStart;

    /// <summary>Whether there may be a student whom both concern; of students named alone it is known, else they may go to any school.</summary>
    public bool MayConcernTheSame(ScheduleChange other) =>
        NamesOnlyStudents && other.NamesOnlyStudents ? StudentIds.Intersect(other.StudentIds).Any()
        : NamesOnlyStudents || other.NamesOnlyStudents || StudentIds.Intersect(other.StudentIds).Any()
            || ((SchoolIds.Count == 0 || other.SchoolIds.Count == 0 || SchoolIds.Intersect(other.SchoolIds).Any())
                && (Grades.Count == 0 || other.Grades.Count == 0 || Grades.Any(other.IsForGrade)));

    /// <summary>The moment at which telling of it is of no use any more; a late start begins with the usual one.</summary>
    public Instant BeginsAt(District district)
    {
        var starts = Kind == ScheduleChangeKind.LateStart ? null : StartsAt;
        return district.TimeZone.AtLeniently(Date + (starts ?? district.Policies.SchoolDayStarts)).ToInstant();
    }

    /// <summary>
    /// The version that stands. Should an office give one number to two versions, the one posted later stands, so that the
    /// order of arrival never matters.
    /// </summary>
    public static ScheduleChange Newest(IEnumerable<ScheduleChange> versions) => versions
        .OrderBy(one => one.Version).ThenBy(one => one.PostedAt).ThenBy(one => one.Withdrawn)
        .ThenBy(one => one.Content, StringComparer.Ordinal).Last();

    private string Content => Short(
        [
            Kind.ToString(), LocalDatePattern.Iso.Format(Date), StartsAt is { } at ? LocalTimePattern.ExtendedIso.Format(at) : "",
            .. Summary.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}"),
        ]);

    private static string Short(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts))))[..16];
}
