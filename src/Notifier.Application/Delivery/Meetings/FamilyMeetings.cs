using System.Globalization;
using NodaTime;
using Notifier.Application.Storage;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Meetings;

/// <summary>Decides at the moment of sending how a notice speaks of its meeting, by what its recipient was told before.</summary>
public sealed class FamilyMeetings(NoticeLedger ledger)
{
    // Who was told so lately needs no reminder, unless the meeting is as near.
    private const int DaysInMind = 3;

    private static readonly Duration WithinTheHour = Duration.FromHours(1);

    /// <returns>The message with the meeting it speaks of; null: the recipient knows all of it, and is not told again.</returns>
    public async Task<(MeetingMessage Message, MeetingFacts Meeting)?> ForAsync(
        MeetingQuestion question, Recipient recipient, CancellationToken cancellationToken)
    {
        var rows = await AllAsync(question.DistrictId, question.StudentId, cancellationToken);
        var all = ToldChain.Of(rows).Where(chain => chain.PlanId == question.Plan.Plan.PlanId).ToList();
        return For(question, all, recipient.RecipientId);
    }

    /// <summary>
    /// What the family was told of a meeting, for the staff who owe the notice of it. What went out within the hour counts
    /// the next time: both may have been raised together, and which of them is handled first is chance.
    /// </summary>
    public async Task<FamilyTold?> ToldAsync(
        NoticeDue due, MeetingFacts meeting, District district, Instant now, CancellationToken cancellationToken)
    {
        var rows = await AllAsync(due.DistrictId, due.StudentId, cancellationToken);
        return FamilyTold.Of(rows.Where(row => row.AttemptedAt <= now - WithinTheHour), due.PlanId, meeting, district);
    }

    /// <summary>The same, of any meeting of a plan.</summary>
    public async Task<FamilyTold?> ToldAsync(
        string districtId, string studentId, string planId, MeetingFacts meeting, District district, CancellationToken cancellationToken) =>
        FamilyTold.Of(await AllAsync(districtId, studentId, cancellationToken), planId, meeting, district);

    private async Task<List<NoticeRow>> AllAsync(string districtId, string studentId, CancellationToken cancellationToken)
    {
        var rows = new List<NoticeRow>();
        await foreach (var row in ledger.AllAsync(districtId, studentId, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The same, from what everybody of the plan was told.</summary>
    public static (MeetingMessage Message, MeetingFacts Meeting)? For(
        MeetingQuestion question, IReadOnlyList<ToldChain> all, string recipientId)
    {
        var own = all.Where(chain => chain.RecipientId == recipientId).ToList();
        var moves = MeetingMove.Of(own, question.Plan, question.Today);
        if (question.ChangeOf is { } uid)
        {
            return moves.FirstOrDefault(move => move.Chain.Uid == uid) is { } move ? Changed(question, move) : null;
        }

        if (question.Meeting is not { } meeting)
        {
            return null;
        }

        var asPlanned = ToldMeeting.Of(meeting);
        if (own.Find(chain => chain.Last == asPlanned) is { } known)
        {
            // A rung whose day had passed when the person was told has nothing to add, nor has one on the heels of it.
            return question.RungOn <= question.DateOf(known.At) || IsFresh(question, meeting, question.DateOf(known.At))
                ? null
                : (Message(question, MeetingNews.Reminder, known.Uid, known.Revision, known.Last.On), meeting);
        }

        return moves.FirstOrDefault(move => move.To is { } to && ToldMeeting.Of(to) == asPlanned) is { } moved
            ? Changed(question, moved)
            : (Invitation(question, meeting, all, own), meeting);
    }

    private static bool IsFresh(MeetingQuestion question, MeetingFacts meeting, LocalDate toldOn) =>
        Period.DaysBetween(toldOn, question.Today) <= DaysInMind && Period.DaysBetween(question.Today, meeting.On) > DaysInMind;

    private static (MeetingMessage, MeetingFacts) Changed(MeetingQuestion question, MeetingMove move) => (
        Message(
            question, move.To is null ? MeetingNews.Cancelled : MeetingNews.Changed, move.Chain.Uid, move.Chain.Revision + 1,
            move.Chain.Last.On),
        move.To ?? new MeetingFacts { On = move.Chain.Last.On });

    // Both parents' calendars hold the same meeting, where one of them was told of it before.
    private static MeetingMessage Invitation(
        MeetingQuestion question, MeetingFacts meeting, IReadOnlyList<ToldChain> all, List<ToldChain> own)
    {
        var told = ToldMeeting.Of(meeting);
        if (all.FirstOrDefault(chain => chain.Last == told && !own.Exists(one => one.Uid == chain.Uid)) is { } other)
        {
            return Message(question, MeetingNews.Invitation, other.Uid, other.Revision, null);
        }

        for (var number = 1; ; number++)
        {
            var uid = StableId.Of(
                "meeting", question.DistrictId, question.Plan.Plan.PlanId, meeting.On.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                number.ToString(CultureInfo.InvariantCulture));
            if (all.All(chain => chain.Uid != uid))
            {
                return Message(question, MeetingNews.Invitation, uid, 0, null);
            }
        }
    }

    private static MeetingMessage Message(MeetingQuestion question, MeetingNews news, string uid, int revision, LocalDate? toldOn) => new()
    {
        News = news,
        Uid = uid,
        Revision = revision,
        ToldOn = toldOn,
        At = question.Now,
    };
}
