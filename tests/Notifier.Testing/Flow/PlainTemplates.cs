using Notifier.Application.Notices;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Testing.Flow;

/// <summary>Wordings of one line each, for tests that are about something else than words.</summary>
public sealed class PlainTemplates : INoticeTemplates
{
    /// <summary>The end of a text that says who writes and how to end texts.</summary>
    public const string First = ", with who writes";

    public bool Has(string template, string language, Channel channel) => language is "en" or "es";

    public NoticeContent Render(
        string template, string language, Channel channel, IReadOnlyDictionary<string, object> words) =>
        new()
        {
            Subject = channel == Channel.Sms ? "" : template,
            // Of a changed day what is said of it: tests look for the last word.
            Text = $"{template} in {language}" + (words.TryGetValue("What", out var what) ? $": {what}" : "")
                + (words.TryGetValue("ReviewMeeting", out var meeting) && meeting is string day ? $", meeting on {day}" : "")
                + (channel == Channel.Sms && words.TryGetValue("IsFirst", out var first) && first is true ? First : ""),
            Html = channel == Channel.Sms ? null : $"<p>{template}</p>",
            Language = language,
            Template = $"{template}/{language}#plain",
        };
}
