using Notifier.Application.Notices;
using Notifier.Notices;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>What one desk comes to on a day, read from the files as they stand.</summary>
/// <param name="Lines">Of the own plans.</param>
/// <param name="Team">Of others' plans.</param>
/// <param name="Meetings">Of the own plans.</param>
/// <param name="Problems">Of the own plans; for the district's contact those of nobody.</param>
/// <param name="Urgent">The reminders among them that cannot wait, by the key of their line.</param>
public sealed record DigestFound(
    IReadOnlyList<DigestLine> Lines,
    IReadOnlyList<DigestLine> Team,
    IReadOnlyList<DigestMeeting> Meetings,
    IReadOnlyList<FoundProblem> Problems,
    IReadOnlyDictionary<string, Reminder> Urgent)
{
    /// <summary>Only what cannot wait and was not said yet.</summary>
    public DigestFound Except(Func<string, bool> isSaid)
    {
        bool IsNew(DigestLine line) => Urgent.ContainsKey(line.Key) && !isSaid(line.Key);
        return this with { Lines = [.. Lines.Where(IsNew)], Team = [.. Team.Where(IsNew)], Meetings = [], Problems = [] };
    }

    /// <summary>What the mail shows of it, for evidence: ids and dates.</summary>
    internal IEnumerable<string> KeysOf(DigestShown shown) =>
    [
        .. shown.Lines.Select(line => line.Key),
        .. shown.Meetings.Select(KeyOfMeeting),
        .. Problems.Take(shown.Problems.Count).Select(one => KeyOfProblem(one.Row.ProblemId)),
    ];

    /// <summary>What the mail only counts.</summary>
    internal IEnumerable<string> KeysLeftBy(DigestShown shown) =>
    [
        .. shown.LinesLeft.Select(line => line.Key),
        .. shown.MeetingsLeft.Select(KeyOfMeeting),
        .. Problems.Skip(shown.Problems.Count).Select(one => KeyOfProblem(one.Row.ProblemId)),
    ];

    private static string KeyOfMeeting(DigestMeeting one) => $"{one.PlanId}/meeting/{one.Meeting.On:uuuu-MM-dd}";

    /// <param name="problemId">The id, or its first eight digits.</param>
    public static string KeyOfProblem(string problemId) => $"problem/{problemId[..Math.Min(8, problemId.Length)]}";
}
