using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Reach;

/// <summary>
/// An address of a family that is ended (a landline, an unknown number, a bounce) is a task for the case manager, also
/// while another way is open: whoever is told by the last way left is soon told by none.
/// </summary>
public sealed class BrokenContacts(Suppressions suppressions, OpenProblem problems, StudentFiles students)
{
    /// <summary>Opens the task for the address the notice went to, once.</summary>
    public async Task RunAsync(NoticeRow row, string reason, CancellationToken cancellationToken)
    {
        if (row.Audience != Audience.Family || row.ReplyId is not null)
        {
            return;
        }

        // A refusal that is found, or sent again, after the address was opened again is no news.
        if (await suppressions.FindAsync(row.DistrictId, row.AddressHash, cancellationToken) is { LiftedAt: not null })
        {
            return;
        }

        var student = await students.GetAsync(row.DistrictId, row.StudentId, cancellationToken);
        var what = row.Channel == Channel.Sms ? "phone number" : "mail address";
        await problems.RunAsync(
            new Problem
            {
                ProblemId = IdOf(row.DistrictId, row.StudentId, row.RecipientId, row.AddressHash),
                DistrictId = row.DistrictId,
                Kind = ProblemKind.ContactBroken,
                StudentId = row.StudentId,
                PlanId = row.PlanId,
                Obligation = row.Obligation.Value,
                Part = row.Part,
                RecipientId = row.RecipientId,
                What = $"The {what} of contact {row.RecipientId} cannot be used any more ({reason}). "
                    + $"Next to be told: {NoticeTitle.WithDay(row)}.",
                Remedy = $"Ask for the right {what} before {row.DueOn:uuuu-MM-dd}, mend contacts.csv and import the folder again. "
                    + "Until then another way on record is used; if there is none, send a letter.",
                OwnerId = student?.Plans.FirstOrDefault(plan => plan.Plan.PlanId == row.PlanId)?.Plan.CaseManagerId ?? "",
            },
            cancellationToken);
    }

    /// <summary>The tasks that still stand: the contact has that address on file, and it is still not to be used.</summary>
    public async Task<HashSet<string>> StandingAsync(StudentFile? student, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var contact in student?.Contacts ?? [])
        {
            await AddAsync(ids, student!.DistrictId, contact, Channel.Sms, contact.Phone, cancellationToken);
            await AddAsync(ids, student.DistrictId, contact, Channel.Email, contact.Email, cancellationToken);
        }

        return ids;
    }

    private async Task AddAsync(
        HashSet<string> ids, string districtId, Contact contact, Channel channel, string address, CancellationToken cancellationToken)
    {
        if (address.Length > 0 && await suppressions.ReasonAsync(districtId, channel, address, cancellationToken) is not null)
        {
            ids.Add(IdOf(districtId, contact.StudentId, contact.ContactId, Suppressions.HashOf(channel, address)));
        }
    }

    private static string IdOf(string districtId, string studentId, string contactId, string addressHash) =>
        VisibleProblems.IdOf(ProblemKind.ContactBroken, districtId, studentId, contactId, addressHash);
}
