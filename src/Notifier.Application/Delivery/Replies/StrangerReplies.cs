using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Delivery.Replies;

namespace Notifier.Application.Delivery.Replies;

/// <summary>A reply from a number nobody was texted at has no case manager: it is listed for the district, once a number.</summary>
public sealed class StrangerReplies(DistrictFiles districts, OpenProblem open)
{
    public async Task RunAsync(string addressHash, ReplyMeaning meaning, CancellationToken cancellationToken)
    {
        await foreach (var districtId in districts.AllIdsAsync(cancellationToken))
        {
            await open.RunAsync(
                new Problem
                {
                    ProblemId = VisibleProblems.IdOf(ProblemKind.ReplyFromStranger, districtId, addressHash),
                    DistrictId = districtId,
                    Kind = ProblemKind.ReplyFromStranger,
                    What = $"A number that was never texted wrote to the district ({meaning}); its words are with the provider.",
                    Remedy = meaning is ReplyMeaning.EndTexts or ReplyMeaning.WrongNumber
                        ? "Nothing need be done: it will not be texted."
                        : "Look it up in the provider's log of received messages and answer if it is a family.",
                },
                cancellationToken);
        }
    }
}
