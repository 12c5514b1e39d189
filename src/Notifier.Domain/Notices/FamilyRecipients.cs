using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>The guardians of a student, and the student of age.</summary>
public static class FamilyRecipients
{
    public static RecipientChoice For(RecipientQuestion question)
    {
        var told = question.Contacts
            .Where(contact => contact.StudentId == question.Student.StudentId && IsTold(contact, question))
            .OrderBy(contact => contact.ContactId, StringComparer.Ordinal)
            .ToList();
        var choices = told.Select(contact => (contact, ChannelChoice.For(contact, question.On, question.Closed))).ToList();

        return new RecipientChoice
        {
            Reached = [.. choices
                .Where(choice => choice.Item2.Chosen is not null)
                .Select(choice => ToRecipient(choice.contact, choice.Item2, question))
                // One phone or mailbox is told once, however many contacts share it (the same parent exported twice).
                .DistinctBy(one => (one.Channel, one.Address.ToUpperInvariant(), one.Language, one.IsTheStudent))],
            Unreached = [.. choices
                .Where(choice => choice.Item2.Chosen is null)
                .Select(choice => NobodyAt(choice.contact, choice.Item2))
                .Concat(Missing(question, told))],
        };
    }

    // "No" is absolute: custody orders stand behind it. The student is a contact like any other, but for age.
    private static bool IsTold(Contact contact, RecipientQuestion question) =>
        contact.ReceivesNotices
        && (!AdultStudent.IsSelf(contact)
            || AdultStudent.IsTold(question.Student, question.Obligation, question.On));

    private static Recipient ToRecipient(Contact contact, ChannelChoice choice, RecipientQuestion question) => new()
    {
        RecipientId = contact.ContactId,
        Name = contact.Name,
        Language = contact.Language,
        Channel = choice.Chosen!.Value,
        Address = choice.Address,
        TimeZone = contact.TimeZone ?? question.District.TimeZone,
        IsTheStudent = AdultStudent.IsSelf(contact),
        PassedOver = choice.PassedOver,
    };

    private static NoRecipient NobodyAt(Contact contact, ChannelChoice choice) => new(
        contact.ContactId,
        $"Contact {contact.ContactId} cannot be reached ({string.Join("; ", choice.PassedOver)}). "
        + "Record a mail address, or a phone number with the day of consent to texts.");

    private static IEnumerable<NoRecipient> Missing(RecipientQuestion question, List<Contact> told)
    {
        var student = question.Student;
        var adult = AdultStudent.IsOfAge(student, question.On);
        // An adult student may have nobody else; a child may not.
        if (!told.Exists(contact => adult || !AdultStudent.IsSelf(contact)))
        {
            yield return new NoRecipient(
                null,
                $"Student {student.StudentId} has no parent or guardian on record who receives notices. "
                + "Record one, or confirm who may be told.");
        }

        if (adult && !AnySelf(question))
        {
            yield return new NoRecipient(
                null,
                $"Student {student.StudentId} is of age and must be told, too ({AdultStudent.Law}), but has no contact "
                + $"with the relationship '{AdultStudent.Relationship}'. Record one.");
        }
    }

    private static bool AnySelf(RecipientQuestion question) => question.Contacts.Any(contact =>
        contact.StudentId == question.Student.StudentId && AdultStudent.IsSelf(contact));
}
