using System.Globalization;
using NodaTime;
using Notifier.Law;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.Application.Notices;

/// <summary>What a notice to a family may say, in one language.</summary>
internal static class FamilyNoticeWords
{
    /// <summary>A school's name is cut here, at a word, where every character counts.</summary>
    private const int ShortNameLength = 24;

    public static NoticeWords Of(NoticeFacts facts, string language, TextForm form)
    {
        var brief = form >= TextForm.Short;
        var say = LanguageWords.For(language);
        var call = WhomToCall.For(facts.District, facts.CaseManager);
        var dueOn = PromisedDay(facts);
        var words = new NoticeWords()
            .With("Short", brief)
            .With("Trimmed", form >= TextForm.Trimmed)
            .With("IsFirst", facts.IsFirstText)
            .With("District", facts.District.Name)
            .With("School", SchoolName(facts.School.Name, brief))
            .With("Student", facts.Student.GivenName)
            .With("IsTheStudent", facts.Recipient.IsTheStudent)
            // A letter that names the plan does not name the student in full, not even to the student.
            .With("Recipient", facts.Recipient.IsTheStudent ? facts.Student.GivenName : facts.Recipient.Name)
            .With("IsIep", facts.Plan.Kind == PlanKind.Iep)
            .With("Plan", PlanName(facts, say))
            .With("Due", say.SayDate(dueOn, facts.Today))
            .With("DueShort", say.SayShortDate(dueOn, facts.Today))
            .With("When", say.SayWhen(dueOn, facts.Today))
            .With("Call", brief ? call.Shortest : call.InFull)
            .WithOptional("CallName", call.Name)
            .WithOptional("CallPhone", call.Phone)
            .WithOptional("CallEmail", call.Email)
            .With("Law", facts.DueDate.Law.Count > 0 ? facts.DueDate.Law[0].Text : "")
            .WithOptional("Started", Started(facts, say))
            .WithOptional("AskedLanguage", AskedLanguage(facts.Recipient.Language, language))
            .With("Duty", say.Duties.GetValueOrDefault(facts.DueDate.Obligation.Value, ""))
            .With("DutyShort", say.DutiesInShort.GetValueOrDefault(facts.DueDate.Obligation.Value, ""));
        AddTransfer(words, facts, say);
        AddMeeting(words, facts, say);
        AddReviewMeeting(words, facts, say, dueOn);
        return words;
    }

    // A family that reads "by Sunday" waits for a school that is closed: the last day somebody can act, while it lies ahead.
    private static LocalDate PromisedDay(NoticeFacts facts) => facts.DueDate switch
    {
        { LastPracticalDay: { } practical, DueOn: { } due } when practical < due && practical >= facts.Today => practical,
        var dueDate => dueDate.DueOn!.Value,
    };

    // Little is said by text, unless the district has decided that texts may name the plan.
    private static string PlanName(NoticeFacts facts, LanguageWords say) => facts.Recipient.Channel switch
    {
        Channel.Email => say.SayPlan(facts.Plan.Kind, inFull: true),
        _ when facts.District.Policies.TextsMayNameThePlan => say.SayPlan(facts.Plan.Kind, inFull: false),
        _ => say.SayPlanDiscreetly(),
    };

    // A clock that starts at birth is left unsaid: nobody needs to be mailed a date of birth. From the report before nothing is
    // counted: reports go home when the calendar says so.
    private static string? Started(NoticeFacts facts, LanguageWords say)
    {
        var started = facts.DueDate.StartedOn;
        return started < facts.DueDate.DueOn && started != facts.Student.BirthDate && facts.Recipient.Channel == Channel.Email
            && facts.DueDate.Obligation != ObligationIds.ProgressReport && facts.DueDate.Obligation != ObligationIds.Section504YearMeeting
            ? say.SayDate(started, facts.Today)
            : null;
    }

    private static void AddTransfer(NoticeWords words, NoticeFacts facts, LanguageWords say)
    {
        // The statement is due one year before the day itself.
        var day = facts.DueDate.Obligation == ObligationIds.RightsTransferStatement
            ? facts.DueDate.DueOn!.Value.PlusYears(1)
            : facts.DueDate.DueOn!.Value;
        words.With("TransferDate", say.SayDate(day, facts.Today)).With("TransferDateShort", say.SayShortDate(day, facts.Today));
    }

    private static void AddMeeting(NoticeWords words, NoticeFacts facts, LanguageWords say)
    {
        var due = facts.DueDate;
        // A notice of a meeting is counted back from the meeting: without details the day at least is known.
        var meeting = facts.Meeting ?? (due.StartedOn > due.DueOn ? new MeetingFacts { On = due.StartedOn } : null);
        if (meeting is null)
        {
            return;
        }

        words
            .With("MeetingDate", say.SayDate(meeting.On, facts.Today))
            .With("MeetingDateShort", say.SayShortDate(meeting.On, facts.Today))
            .With("MeetingWhen", say.SayWhen(meeting.On, facts.Today))
            .WithOptional("MeetingTime", meeting.At is { } at ? say.SayTime(at) : null)
            .WithOptional("MeetingPlace", meeting.Place)
            .WithOptional("MeetingPurpose", meeting.Purpose)
            .WithOptional("MeetingWith", meeting.With)
            .With("IsTransition", facts.Plan.Kind == PlanKind.Iep && AdultStudent.PlansTransition(facts.Student, meeting.On))
            .WithOptional("OldDate", facts.Message?.ToldOn is { } old && old != meeting.On ? say.SayDate(old, facts.Today) : null)
            .With("MeetingFormat", say.Formats[char.ToLowerInvariant(meeting.Format.ToString()[0]) + meeting.Format.ToString()[1..]]);
    }

    // Nobody is promised the invitation to a meeting that is set, or was: of one that lies ahead its day is said.
    private static void AddReviewMeeting(NoticeWords words, NoticeFacts facts, LanguageWords say, LocalDate dueOn)
    {
        var meeting = facts.PlannedMeeting;
        // The notice of a meeting takes days of its own: from a day that is near nothing is promised that cannot be kept.
        var inTime = Period.DaysBetween(facts.Today, dueOn) > facts.District.Policies.MeetingNoticeDays;
        words
            .WithOptional("ReviewMeeting", meeting?.On >= facts.Today ? say.SayDate(meeting.On, facts.Today) : null)
            .With("InvitesInTime", meeting is null && inTime)
            .With("InvitesSoon", meeting is null && !inTime);
    }

    public static string SchoolName(string name, bool brief) => brief ? Shortened(name) : name;

    /// <summary>The recipient's language as English names it; null: it is the one written in.</summary>
    public static string? AskedLanguage(string asked, string given)
    {
        if (LanguageChoice.Normal(asked) == given)
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(LanguageChoice.Normal(asked), predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return $"your language ({asked})";
        }
    }

    private static string Shortened(string name)
    {
        if (name.Length <= ShortNameLength)
        {
            return name;
        }

        var space = name.LastIndexOf(' ', ShortNameLength);
        return space > 0 ? name[..space] : name[..ShortNameLength];
    }
}
