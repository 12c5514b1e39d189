using Notifier.DueDates;
using Notifier.Notices;

namespace Notifier.Application.Notices;

/// <summary>The same duty on the same day for one or several students: one line, not thirty.</summary>
/// <param name="Lines">At least one.</param>
internal sealed record DigestGroup(IReadOnlyList<DigestLine> Lines)
{
    // More names than this are counted, not listed.
    private const int MostNamed = 6;

    public DigestLine First => Lines[0];

    public DueDate Due => First.DueDate;

    /// <summary>By first name and plan, everybody: <c>Maya (P1)</c>; evidence says of each that staff were told.</summary>
    public string Who => string.Join(", ", Lines.Select(Name));

    /// <summary>The same in front of an overview, which names all of them further down: <c>Ana (P3), Ben (P7) and 12 more</c>.</summary>
    public string Some => Named(Name);

    /// <summary>By plan alone, for a subject.</summary>
    public string Plans => Named(line => line.DueDate.PlanId);

    public static IReadOnlyList<DigestGroup> Of(IReadOnlyList<DigestLine> lines) =>
        [.. lines
            .GroupBy(line => (
                line.DueDate.Obligation, line.DueDate.Part, line.DueDate.DueOn, line.LastNoticeDay, line.FamilyTold, line.CaseManager,
                line.IsEscalated, line.Meeting, line.CountedFrom, line.Marks))
            .Select(same => new DigestGroup([.. same]))];

    private static string Name(DigestLine line) => $"{line.Student.FirstName} ({line.DueDate.PlanId})";

    private string Named(Func<DigestLine, string> name) => Lines.Count <= MostNamed
        ? string.Join(", ", Lines.Select(name))
        : $"{string.Join(", ", Lines.Take(MostNamed - 1).Select(name))} and {Lines.Count - MostNamed + 1} more";
}
