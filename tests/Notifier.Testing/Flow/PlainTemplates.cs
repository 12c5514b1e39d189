using Notifier.Application.Notices;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Testing.Flow;

/// <summary>Wordings of one line each, for tests that are about something else than words.</summary>
public sealed class PlainTemplates : INoticeTemplates
{
    public bool Has(string template, string language, Channel channel) => language is "en" or "es";

    public NoticeContent Render(
        string template, string language, Channel channel, IReadOnlyDictionary<string, object> words) =>
        new()
        {
            Subject = channel == Channel.Sms ? "" : template,
            Text = $"{template} in {language}",
            Html = channel == Channel.Sms ? null : $"<p>{template}</p>",
            Language = language,
            Template = $"{template}/{language}#plain",
        };
}
