using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Notices;

/// <summary>Puts facts into the words of one recipient: the wording, the language, and the form the channel allows.</summary>
public sealed class NoticeComposer(INoticeTemplates templates)
{
    /// <summary>A text is written shorter rather than sent in more segments than this.</summary>
    private const int MostSegments = 2;

    /// <exception cref="TemplateException">Something that the wording needs is not on record.</exception>
    public NoticeContent Compose(NoticeFacts facts)
    {
        if (facts.DueDate.DueOn is null)
        {
            throw new TemplateException($"Plan {facts.Plan.PlanId}: there is no notice of a due date without a date.");
        }

        return facts.Audience == Audience.Family ? ToFamily(facts) : ToStaff(facts);
    }

    public NoticeContent Compose(ProblemFacts facts) => Staff(facts.Wording, StaffNoticeWords.Of(facts));

    public NoticeContent Compose(DigestFacts facts) => Staff(Wordings.StaffDigest, StaffDigestWords.Of(facts));

    public NoticeContent Compose(SummaryFacts facts) => Staff(Wordings.StaffSummary, StaffSummaryWords.Of(facts));

    /// <summary>A text, in one segment.</summary>
    public NoticeContent Compose(StaffTextFacts facts) =>
        templates.Render(Wordings.StaffText, StaffNoticeWords.Language, Channel.Sms, StaffTextWords.Of(facts).All);

    public NoticeContent Compose(ReplyFacts facts) => Staff(Wordings.StaffReply, StaffNoticeWords.Of(facts));

    public NoticeContent Compose(AnswerFacts facts)
    {
        var choice = LanguageChoice.For(templates, facts.Wording, facts.Recipient, facts.District);
        var content = templates.Render(facts.Wording, choice.Language, Channel.Sms, AnswerWords.Of(facts).All);
        return content with { Note = choice.Note };
    }

    /// <summary>A day that will not follow the routine. A text says as much as fits into two segments.</summary>
    /// <exception cref="TemplateException">Something that the wording needs is not on record.</exception>
    public NoticeContent Compose(ChangedDayFacts facts)
    {
        var wording = Wordings.ForChangedDay(facts.News.Tone);
        var choice = LanguageChoice.For(templates, wording, facts.Recipient, facts.District);
        return InTheFormThatFits(
            facts.Recipient.Channel,
            choice,
            TextForm.Bare,
            form => templates.Render(
                wording, choice.Language, facts.Recipient.Channel, ChangedDayWords.Of(facts, choice.Language, form).All));
    }

    private NoticeContent ToStaff(NoticeFacts facts) => Staff(
        Wordings.ForStaff(facts.DueDate.Obligation, overdue: facts.DueDate.DueOn < facts.Today), StaffNoticeWords.Of(facts));

    private NoticeContent Staff(string wording, NoticeWords words) =>
        templates.Render(wording, StaffNoticeWords.Language, Channel.Email, words.All);

    private NoticeContent ToFamily(NoticeFacts facts)
    {
        var wording = Wordings.ForFamilies(facts.DueDate.Obligation, facts.Message?.News ?? MeetingNews.Invitation);
        var choice = LanguageChoice.For(templates, wording, facts.Recipient, facts.District);
        var content = InTheFormThatFits(
            facts.Recipient.Channel,
            choice,
            TextForm.Short,
            form => templates.Render(
                wording, choice.Language, facts.Recipient.Channel, FamilyNoticeWords.Of(facts, choice.Language, form).All));
        return facts.Recipient.Channel == Channel.Email
            ? content with { Calendar = CalendarWords.Of(facts, choice.Language) }
            : content;
    }

    /// <param name="channel">An email has room for everything.</param>
    /// <param name="choice">Why the language is not the recipient's own is noted beside the form.</param>
    /// <param name="last">The form that is taken however long it is.</param>
    /// <param name="render">The notice in one form.</param>
    private static NoticeContent InTheFormThatFits(
        Channel channel, LanguageChoice choice, TextForm last, Func<TextForm, NoticeContent> render)
    {
        var content = render(TextForm.Full);
        if (channel == Channel.Email || Segments(content) <= MostSegments)
        {
            return content with { Note = choice.Note };
        }

        var form = TextForm.Full;
        do
        {
            form++;
            content = render(form);
            content = content with { Text = PlainLetters.Of(content.Text) };
        }
        while (form < last && Segments(content) > MostSegments);

        return content with { Note = Notes(choice.Note, $"in the form {form}, {Segments(content)} segments") };
    }

    private static int Segments(NoticeContent content) => SegmentCount.Of(content.Text).Segments;

    private static string? Notes(string? language, string? length) => (language, length) switch
    {
        (null, _) => length,
        (_, null) => language,
        _ => $"{language}; {length}",
    };
}
