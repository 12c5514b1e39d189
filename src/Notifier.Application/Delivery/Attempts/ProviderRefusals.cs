using System.Collections.Concurrent;
using NodaTime;
using Notifier.Application.Problems;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>
/// The problem that a provider refuses the district's account or sender: open while it does, closed by the first message
/// of a later attempt that it takes.
/// </summary>
public sealed class ProviderRefusals(VisibleProblems problems, OpenProblem open, IClock clock)
{
    private const string InReports = "-reports";

    /// <summary>Every message that is taken asks whether such a problem is open, so the list is read this often at most.</summary>
    private static readonly Duration LookEvery = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Instant> noneOpenAt = new(StringComparer.Ordinal);

    /// <param name="row">The notice whose attempt was refused.</param>
    /// <param name="reason">The provider's code and what it means.</param>
    /// <param name="inReport">It took the message first, and refused it in a later report.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RefusedAsync(NoticeRow row, string reason, bool inReport, CancellationToken cancellationToken)
    {
        noneOpenAt.TryRemove(row.DistrictId, out _);
        await open.RunAsync(
            new Problem
            {
                ProblemId = VisibleProblems.IdOf(
                    ProblemKind.ProviderRefuses, row.DistrictId, PartOf(row.Channel, inReport), reason),
                DistrictId = row.DistrictId,
                Kind = ProblemKind.ProviderRefuses,
                Part = PartOf(row.Channel, inReport),
                What = inReport
                    ? $"The provider takes what is sent by {row.Channel} and then refuses it: {reason}."
                    : $"The provider refuses everything by {row.Channel}: {reason}.",
                Remedy = "Mend the account, its key or its sender at the provider, or the settings that name them. "
                    + (inReport
                        ? "What was refused goes another way where there is one; this closes by itself with the next message that arrives."
                        : "What waits is tried again by itself while it is of use; this closes by itself with the next message it takes."),
            },
            cancellationToken);
    }

    /// <summary>Closes what this attempt disproves.</summary>
    /// <param name="row">The notice whose attempt was taken.</param>
    /// <param name="arrived">
    /// It arrived, too. Only that disproves a refusal in reports: such messages are taken each time before they are refused.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task TookAsync(NoticeRow row, bool arrived, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (noneOpenAt.TryGetValue(row.DistrictId, out var looked) && now - looked < LookEvery)
        {
            return;
        }

        var any = false;
        await foreach (var one in problems.ListOpenAsync(row.DistrictId, "", cancellationToken))
        {
            if (one.Kind != ProblemKind.ProviderRefuses)
            {
                continue;
            }

            var isDisproved = one.Part == PartOf(row.Channel, inReport: false)
                || (arrived && one.Part == PartOf(row.Channel, inReport: true));
            // An attempt from before the refusal says nothing about the account as it is now.
            if (isDisproved && row.AttemptedAt > one.OpenedAt)
            {
                await problems.CloseAsync(row.DistrictId, "", one.ProblemId, now, cancellationToken);
            }
            else
            {
                any = true;
            }
        }

        if (!any)
        {
            noneOpenAt[row.DistrictId] = now;
        }
    }

    private static string PartOf(Channel channel, bool inReport) => inReport ? $"{channel}{InReports}" : $"{channel}";
}
