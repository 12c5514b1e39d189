using Notifier.Application.PlanDates;
using Notifier.Notices;
using Notifier.ScheduleChanges;

namespace Notifier.Application.Notices;

/// <summary>What a notice about a changed day may say, in one language.</summary>
internal static class ChangedDayWords
{
    private const int DaysSaidByName = 1;

    public static NoticeWords Of(ChangedDayFacts facts, string language, TextForm form)
    {
        var say = LanguageWords.For(language);
        var brief = form >= TextForm.Short;
        var call = WhomToCall.For(facts.District, facts.CaseManager);
        var date = say.SayDate(facts.On, facts.Today);
        var isNear = NodaTime.Period.DaysBetween(facts.Today, facts.On) is >= 0 and <= DaysSaidByName;
        var changes = facts.News.Changes.Select(change => Say(change, say, language, form)).ToList();
        return new NoticeWords()
            .With("Short", brief)
            .With("Trimmed", form >= TextForm.Trimmed)
            .With("IsFirst", facts.IsFirstText)
            .With("District", facts.District.Name)
            .With("School", FamilyNoticeWords.SchoolName(facts.School.Name, brief))
            .With("Student", facts.Student.GivenName)
            .With("IsTheStudent", facts.Recipient.IsTheStudent)
            .With("Recipient", facts.Recipient.IsTheStudent ? facts.Student.GivenName : facts.Recipient.Name)
            .With("Date", date)
            .WithOptional("Near", isNear ? say.SayWhen(facts.On, facts.Today) : null)
            .With("Changes", changes)
            .With("What", string.Join(' ', changes))
            // Of a closed school, or a school day that was to be none, nothing stays.
            .With("RestStays", facts.News.Changes.All(change => change.Kind is not (ScheduleChangeKind.Closure or ScheduleChangeKind.MakeUpDay)))
            .With("Call", brief ? call.Shortest : call.InFull)
            .WithOptional("CallName", call.Name)
            .WithOptional("CallPhone", call.Phone)
            .WithOptional("CallEmail", call.Email)
            .WithOptional("AskedLanguage", FamilyNoticeWords.AskedLanguage(facts.Recipient.Language, language));
    }

    // In the family's language the school's own words; else the kind in theirs, and what the school wrote beside it.
    private static string Say(ScheduleChange change, LanguageWords say, string language, TextForm form)
    {
        var kind = Kind(change, say);
        var own = change.Summary.GetValueOrDefault(language);
        var any = own ?? change.Summary.OrderBy(one => one.Key != "en").ThenBy(one => one.Key, StringComparer.Ordinal).FirstOrDefault().Value;
        if (any is null || form == TextForm.Bare)
        {
            return kind;
        }

        // The hour at which school ends is said, whether the office wrote it into its words or beside them: that of the buses is another.
        return own is not null ? (SaysWhen(change, own) ? Sentence(own) : $"{kind} {Sentence(own)}") : $"{kind} {say.SchoolWrote} \"{any.Replace('"', '\'')}\"";
    }

    private static bool SaysWhen(ScheduleChange change, string own) =>
        change.StartsAt is not { } at
        || change.Kind is not (ScheduleChangeKind.EarlyRelease or ScheduleChangeKind.LateStart)
        || SaidHours.In(own).Any(hour => hour.Is(at));

    private static string Kind(ScheduleChange change, LanguageWords say)
    {
        var word = FileWords.Of(change.Kind);
        return change.StartsAt is { } at && say.DayChangesAt.TryGetValue(word, out var timed)
            // The stop of "p.m." ends the sentence, too.
            ? OneOClock(timed, at).Replace("{time}.", Sentence(say.SayTime(at)), StringComparison.Ordinal)
            : say.DayChanges[word];
    }

    // Spanish says "a la una", and "a las" of every other hour.
    private static string OneOClock(string timed, NodaTime.LocalTime at) => at.ClockHourOfHalfDay == 1
        ? timed.Replace("a las {time}", "a la {time}", StringComparison.Ordinal)
        : timed;

    private static string Sentence(string text) => text[^1] is '.' or '!' or '?' ? text : text + ".";
}
