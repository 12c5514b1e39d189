using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Notices;

namespace Notifier.Application.Delivery.Reach;

/// <summary>Who receives a reminder now: the files, less the channels that are closed by a STOP, a bounce or a failure.</summary>
public sealed class NoticeRecipients(Suppressions suppressions)
{
    private const string District = Recipient.DistrictContactId;

    /// <param name="due">The reminder.</param>
    /// <param name="student">As on file.</param>
    /// <param name="caseManagerId">Of the plan.</param>
    /// <param name="rules">The district's.</param>
    /// <param name="rows">The notices of this reminder so far: a channel that failed is closed for it.</param>
    /// <param name="today">The district's date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<RecipientChoice> ChooseAsync(
        NoticeDue due,
        StudentFile student,
        string caseManagerId,
        DistrictRules rules,
        IReadOnlyList<NoticeRow> rows,
        LocalDate today,
        CancellationToken cancellationToken)
    {
        var question = new RecipientQuestion
        {
            District = rules.File.District,
            Student = student.Student,
            Contacts = student.Contacts,
            Staff = rules.File.Staff,
            CaseManagerId = caseManagerId,
            Obligation = due.Obligation,
            Audience = due.Audience,
            On = today,
            Closed = [.. rows.Where(ClosesItsChannel).Select(row => new ClosedChannel(row.RecipientId, row.Channel, OutcomeWords.Because(row.Reason)))],
        };

        // Only the addresses about to be used are looked up; each one found suppressed closes, and the choice is made again.
        while (true)
        {
            var choice = Recipients.For(question);
            if (await FirstSuppressedAsync(due.DistrictId, choice, cancellationToken) is not { } closed)
            {
                return choice;
            }

            question = question with { Closed = [.. question.Closed, closed] };
        }
    }

    private async Task<ClosedChannel?> FirstSuppressedAsync(
        string districtId, RecipientChoice choice, CancellationToken cancellationToken)
    {
        foreach (var one in choice.Reached)
        {
            // The district's own address closes nothing: beyond it there is nobody.
            if (one.RecipientId != District
                && await suppressions.ReasonAsync(districtId, one.Channel, one.Address, cancellationToken) is { } reason)
            {
                return new ClosedChannel(one.RecipientId, one.Channel, reason);
            }
        }

        return null;
    }

    private static bool ClosesItsChannel(NoticeRow row) =>
        row.State is NoticeState.NotSent or NoticeState.Failed
        || (row.State == NoticeState.Withheld && row.Reason is nameof(WithholdReason.TooLate)
            or nameof(WithholdReason.EveningFull)
            or nameof(WithholdReason.AddressSuppressed) or nameof(WithholdReason.NoTextConsent));
}
