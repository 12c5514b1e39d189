using Notifier.DueDates;
using Notifier.Law;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.Application.Notices;

/// <summary>What a notice to staff may say; staff are written to in English.</summary>
internal static class StaffNoticeWords
{
    public const string Language = "en";

    private static readonly LanguageWords Say = LanguageWords.For(Language);

    public static NoticeWords Of(NoticeFacts facts)
    {
        var due = facts.DueDate;
        return Line(due, facts.Student, facts.Today)
            .WithOptional("Practical", due.LastPracticalDay is { } day && day != due.DueOn ? Say.SayDate(day, facts.Today) : null)
            .With("CaseManager", facts.CaseManager?.Name is { Length: > 0 } name ? name : $"{facts.Plan.CaseManagerId} (not in the staff list)")
            .WithOptional("FamilyTold", facts.FamilyTold)
            .With("NextStep", StaffWords.NextStep(due, facts.PlannedMeeting, facts.Today, day => Say.SayDate(day, facts.Today)))
            .With("RecordAs", StaffWords.HowToRecord(due.Obligation))
            .With("Why", facts.Why)
            .With("Law", string.Join("; ", due.Law))
            .With("Role", RoleOf(facts.Recipient, facts.Plan))
            .With("PassedOver", facts.Recipient.PassedOver);
    }

    public static NoticeWords Of(ProblemFacts facts) => ProblemLine(facts)
        // The record of attempts is a duty of IDEA; for a 504 plan it is good practice without a paragraph.
        .WithOptional("NoteLaw", facts.Plan?.Kind == PlanKind.Section504 ? null : "34 CFR 300.322(d)")
        .With("Role", RoleOf(facts.Recipient, facts.Plan))
        .With("PassedOver", facts.Recipient.PassedOver);

    public static NoticeWords Of(ReplyFacts facts) => new NoticeWords()
        .With("Contact", facts.Contact)
        .With("Student", facts.Student.FirstName)
        .With("PlanId", facts.Plan.PlanId)
        .With("Said", facts.Said)
        .With("What", facts.What)
        .With("Remedy", facts.Remedy)
        .WithOptional("Text", facts.Text)
        .With("At", $"{Say.SayDate(facts.At.Date, facts.Today)} at {Say.SayTime(facts.At.TimeOfDay)}")
        .WithOptional("Meeting", facts.MeetingOn is { } on ? Say.SayDate(on, facts.Today) : null)
        .WithOptional("Attachments", facts.Attachments > 0 ? Count(facts.Attachments) : null)
        .With("Role", RoleOf(facts.Recipient, facts.Plan))
        .With("PassedOver", facts.Recipient.PassedOver);

    private static NoticeWords Line(DueDate due, Student student, NodaTime.LocalDate today)
    {
        var dueOn = due.DueOn!.Value;
        return new NoticeWords()
            .With("Title", ObligationCatalog.Find(due.Obligation).Title + (due.Part.Length > 0 ? $": {due.Part}" : ""))
            .With("Student", student.FirstName)
            .With("PlanId", due.PlanId)
            .With("Due", Say.SayDate(dueOn, today))
            .With("DueShort", Say.SayShortDate(dueOn, today))
            .With("When", Say.SayWhen(dueOn, today))
            .With("DaysLate", dueOn < today ? Say.SayDays(NodaTime.Period.DaysBetween(dueOn, today)) : "");
    }

    public static NoticeWords ProblemLine(ProblemFacts facts) => new NoticeWords()
        .With("What", facts.What)
        .With("Remedy", facts.Remedy)
        .WithOptional("Student", facts.Student?.FirstName)
        .WithOptional("PlanId", facts.Plan?.PlanId);

    public static string RoleOf(Recipient recipient, Plan? plan) => recipient.RecipientId switch
    {
        Recipient.DistrictContactId => "the district's contact",
        _ when plan?.CaseManagerId == recipient.RecipientId => "the case manager of this plan",
        _ when plan is not null => "a supervisor of this plan",
        _ => "a member of the district's staff",
    };

    private static string Count(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
