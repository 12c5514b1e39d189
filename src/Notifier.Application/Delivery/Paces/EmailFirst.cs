using NodaTime;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Paces;

/// <summary>
/// Which of an evening's texts go by email instead, because they would not have their turn in time: decided in the
/// afternoon and kept, asked for when the text is about to go out. Whoever has no email keeps the text.
/// </summary>
public sealed class EmailFirst(
    WaitingTexts waiting, DistrictFiles districts, StudentFiles students, NoticeRecipients recipients, IClock clock)
{
    /// <summary>Decides for as many as it takes for the others to fit: the last turns first.</summary>
    /// <param name="texts">All that wait and may still be decided on.</param>
    /// <param name="fitOf">How much of some of them fits.</param>
    /// <param name="why">For evidence.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those that stay texts.</returns>
    public async Task<IReadOnlyList<WaitingText>> DecideAsync(
        IReadOnlyList<WaitingText> texts, Func<IReadOnlyList<WaitingText>, EveningFit> fitOf, string why,
        CancellationToken cancellationToken)
    {
        var left = EveningFit.InOrder(texts).ToList();
        var next = left.Count - 1;
        for (var tooLate = fitOf(left).TooLate; tooLate > 0 && next >= 0; tooLate = fitOf(left).TooLate)
        {
            // From the end: a family without email, further back, gets the turn of one that has it.
            for (; tooLate > 0 && next >= 0; next--)
            {
                if (await HasEmailAsync(left[next].Notice, cancellationToken))
                {
                    await waiting.PutEmailFirstAsync(left[next].Row, why, cancellationToken);
                    left.RemoveAt(next);
                    tooLate--;
                }
            }
        }

        return left;
    }

    /// <summary>Null: it goes out as a text.</summary>
    public async Task<string?> WhyAsync(NoticeRow text, CancellationToken cancellationToken) =>
        text.Channel == Channel.Sms
        && await waiting.FindAsync(text, cancellationToken) is { EmailFirst: { } why }
        // The address may have gone since: then the text, though late, is better than nothing.
        && await HasEmailAsync(text, cancellationToken)
            ? why
            : null;

    private async Task<bool> HasEmailAsync(NoticeRow text, CancellationToken cancellationToken)
    {
        if (await districts.GetAsync(text.DistrictId, cancellationToken) is not { } file
            || await students.GetAsync(text.DistrictId, text.StudentId, cancellationToken) is not { } student)
        {
            return false;
        }

        var withheld = text with { State = NoticeState.Withheld, Reason = nameof(WithholdReason.EveningFull) };
        var choice = await recipients.ChooseAsync(
            text.ToNoticeDue(), student, "", DistrictRules.Of(file), [withheld],
            file.District.Today(clock.GetCurrentInstant()), cancellationToken);
        return choice.Reached.Any(one => one.RecipientId == text.RecipientId && one.Channel == Channel.Email);
    }
}
