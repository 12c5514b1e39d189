using Notifier.Reminders;

namespace Notifier.Notices;

/// <summary>Who receives a reminder, each over which channel; and who should and cannot be reached.</summary>
public static class Recipients
{
    /// <summary>
    /// Everybody of the audience. For families that is every guardian who receives notices, in each household, and
    /// the student from the 18th birthday (34 CFR 300.520); for staff one person, found along the fall-back.
    /// </summary>
    public static RecipientChoice For(RecipientQuestion question) =>
        question.Audience == Audience.Family
            ? FamilyRecipients.For(question)
            : StaffRecipients.For(question);
}
