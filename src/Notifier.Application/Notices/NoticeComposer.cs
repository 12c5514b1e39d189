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

    public NoticeContent Compose(DigestFacts facts) => Staff(Wordings.StaffDigest, StaffNoticeWords.Of(facts));

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
        foreach (var form in Enum.GetValues<ChangedDayForm>())
        {
            var content = templates.Render(
                wording, choice.Language, facts.Recipient.Channel, ChangedDayWords.Of(facts, choice.Language, form).All);
            if (facts.Recipient.Channel == Channel.Sms && form >= ChangedDayForm.Plain)
            {
                content = content with { Text = PlainLetters.Of(content.Text) };
            }

            if (facts.Recipient.Channel == Channel.Email || form == ChangedDayForm.Bare
                || SegmentCount.Of(content.Text).Segments <= MostSegments)
            {
                var length = form == ChangedDayForm.Full ? null : $"in the form {form}, {SegmentCount.Of(content.Text).Segments} segments";
                return content with { Note = Notes(choice.Note, length) };
            }
        }

        throw new InvalidOperationException("There is always a last form.");
    }

    private NoticeContent ToStaff(NoticeFacts facts) => Staff(
        Wordings.ForStaff(facts.DueDate.Obligation, overdue: facts.DueDate.DueOn < facts.Today), StaffNoticeWords.Of(facts));

    private NoticeContent Staff(string wording, NoticeWords words) =>
        templates.Render(wording, StaffNoticeWords.Language, Channel.Email, words.All);

    private NoticeContent ToFamily(NoticeFacts facts)
    {
        var wording = Wordings.ForFamilies(facts.DueDate.Obligation, facts.Message?.News ?? MeetingNews.Invitation);
        var choice = LanguageChoice.For(templates, wording, facts.Recipient, facts.District);
        var content = Family(facts, wording, choice.Language, brief: false);
        if (facts.Recipient.Channel == Channel.Email)
        {
            return content with { Note = choice.Note, Calendar = CalendarWords.Of(facts, choice.Language) };
        }

        string? length = null;
        if (SegmentCount.Of(content.Text).Segments > MostSegments)
        {
            content = Family(facts, wording, choice.Language, brief: true);
            length = $"in the short form, {SegmentCount.Of(content.Text).Segments} segments";
        }

        return content with
        {
            Note = Notes(choice.Note, length),
        };
    }

    private static string? Notes(string? language, string? length) => (language, length) switch
    {
        (null, _) => length,
        (_, null) => language,
        _ => $"{language}; {length}",
    };

    private NoticeContent Family(NoticeFacts facts, string wording, string language, bool brief) => templates.Render(
        wording, language, facts.Recipient.Channel, FamilyNoticeWords.Of(facts, language, brief).All);
}
