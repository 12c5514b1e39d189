using Notifier.Application.Delivery;
using Notifier.Application.Problems;

namespace Notifier.Testing.Flow;

/// <summary>What is wrong at the end of a scene: empty when every promise was kept.</summary>
public static class FaultFindings
{
    public static async Task<IReadOnlyList<string>> AllAsync(FaultScene scene)
    {
        var notices = await scene.World.NoticesAsync();
        var problems = await scene.ProblemsAsync();
        var check = await scene.World.UseCases.VerifyEvidence.RunAsync(
            OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);
        return
        [
            .. Duplicates(scene, notices),
            .. Losses(scene, notices, problems),
            .. Untruths(scene, notices, problems),
            .. await scene.SetAsideAsync(),
            .. check.IsWhole ? [] : (string[])[check.Problem!],
        ];
    }

    /// <summary>The evidence and the problems, to understand a failure by.</summary>
    public static async Task<string> StoryAsync(FaultScene scene)
    {
        var evidence = await scene.World.EvidenceAsync();
        var problems = await scene.ProblemsAsync();
        return string.Join(
            '\n',
            evidence.Select(row => $"{row.At} {row.Kind} {row.AttemptId} {row.Detail}")
                .Concat(problems.Select(row => $"open since {row.OpenedAt}: {row.Kind} {row.What}")));
    }

    /// <summary>Counted at the provider, for each reminder and person, over all channels.</summary>
    private static IEnumerable<string> Duplicates(FaultScene scene, IReadOnlyList<NoticeRow> notices) =>
        scene.Provider.Arrived
            .GroupBy(noticeId => notices.Single(row => row.NoticeId == noticeId) is var row
                ? (row.ReminderId, row.RecipientId)
                : default)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key.RecipientId} got {group.Count()} messages of one reminder");

    /// <summary>Everybody who had to hear either did, or a visible problem says that it is not certain.</summary>
    private static IEnumerable<string> Losses(
        FaultScene scene, IReadOnlyList<NoticeRow> notices, IReadOnlyList<ProblemRow> problems) =>
        scene.Expected
            .Where(one => !scene.Provider.Arrived.Any(noticeId => notices.Any(row =>
                row.NoticeId == noticeId && row.StepId == one.StepId && IsFor(row, one.RecipientId))))
            .Where(one => !problems.Any(problem => Explains(problem, one.RecipientId, one.StepId)))
            .Select(one => $"{one.RecipientId} never heard of {one.StepId}, and no problem says so");

    // Of the staff somebody else may stand in: the supervisor, then the office.
    private static bool IsFor(NoticeRow row, string recipientId) =>
        row.RecipientId == recipientId || !recipientId.Contains("-C", StringComparison.Ordinal);

    private static bool Explains(ProblemRow problem, string recipientId, string stepId) => problem.Kind switch
    {
        ProblemKind.OutcomeUnknown or ProblemKind.NoticeNotSent => problem.What.Contains(stepId, StringComparison.Ordinal)
            && (problem.RecipientId == recipientId || problem.RecipientId.Length == 0 || !recipientId.Contains("-C", StringComparison.Ordinal)),
        ProblemKind.RecipientUnreachable => problem.RecipientId == recipientId || problem.RecipientId.Length == 0,
        _ => false,
    };

    /// <summary>The ledger says of every notice what became of it, and nothing is left open.</summary>
    private static IEnumerable<string> Untruths(
        FaultScene scene, IReadOnlyList<NoticeRow> notices, IReadOnlyList<ProblemRow> problems)
    {
        // What was settled before the scene began is no concern of its provider.
        foreach (var row in notices.Where(row => row.AttemptedAt is null || row.AttemptedAt >= scene.Days.From))
        {
            if (scene.Provider.Untruth(row, problems) is { } wrong)
            {
                yield return $"notice of {row.StepId} to {row.RecipientId} by {row.Channel} {wrong}";
            }
        }
    }
}
