using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Delivery.Replies;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Replies;

/// <summary>Finds out which students, and which of their notices, a reply is about.</summary>
public sealed class ReplyConcerns(NoticeLedger ledger, DistrictFiles districts)
{
    /// <param name="meaning">An end, a resumption and a wrong number concern everybody at the number; a word on a
    /// meeting those told of one that is still ahead; anything else whoever was texted last.</param>
    /// <param name="numbers">Who was texted at the number.</param>
    /// <param name="addressHash">The number.</param>
    /// <param name="at">When the reply came.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<ReplyConcern>> FindAsync(
        ReplyMeaning meaning, IReadOnlyList<NumberRow> numbers, string addressHash, Instant at, CancellationToken cancellationToken)
    {
        var texted = new List<ReplyConcern>();
        foreach (var number in numbers)
        {
            texted.Add(new ReplyConcern(number, null));
            await foreach (var row in ledger.AllAsync(number.DistrictId, number.StudentId, cancellationToken))
            {
                if (row.AddressHash == addressHash && row.RecipientId == number.ContactId && row.Audience == Audience.Family
                    && row.AttemptedAt is not null && NoticeStates.MayReachRecipient(row.State))
                {
                    texted.Add(new ReplyConcern(number, row));
                }
            }
        }

        // What went out after the reply came can hardly be what it answers.
        var latest = texted.OrderBy(one => one.Notice?.AttemptedAt <= at).ThenBy(one => one.Notice?.AttemptedAt).LastOrDefault();
        switch (meaning)
        {
            case ReplyMeaning.EndTexts or ReplyMeaning.ResumeTexts or ReplyMeaning.WrongNumber:
                return [.. numbers.Select(number => texted
                    .Where(one => one.Number == number)
                    .OrderBy(one => one.Notice?.AttemptedAt)
                    .Last())];
            case ReplyMeaning.ConfirmsMeeting or ReplyMeaning.AsksForOtherTime or ReplyMeaning.AsksForInterpreter:
                var meetings = await AheadAsync(texted, at, cancellationToken);
                if (meetings.Count > 0)
                {
                    return [.. meetings.Select(one => one with { IsUnclear = meetings.Count > 1 })];
                }

                break;
            default:
                break;
        }

        return latest is null ? [] : [latest];
    }

    // Of each meeting the last word on it, if it is still to come.
    private async Task<List<ReplyConcern>> AheadAsync(List<ReplyConcern> texted, Instant at, CancellationToken cancellationToken)
    {
        var ahead = new List<ReplyConcern>();
        foreach (var one in texted
            .Where(one => one.Notice?.Meeting is not null)
            .GroupBy(one => (one.Number.DistrictId, one.Number.StudentId, one.Number.ContactId, one.Notice!.PlanId, one.Notice.MeetingUid))
            .Select(told => told.OrderBy(one => one.Notice!.AttemptedAt).Last()))
        {
            var file = await districts.GetAsync(one.Number.DistrictId, cancellationToken);
            var today = file?.District.Today(at) ?? at.InUtc().Date;
            if (one.Notice!.Meeting is { IsCancelled: false } meeting && meeting.On >= today)
            {
                ahead.Add(one);
            }
        }

        return ahead;
    }
}
