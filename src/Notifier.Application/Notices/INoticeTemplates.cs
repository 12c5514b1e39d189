using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Notices;

/// <summary>The wordings on file, filled in.</summary>
public interface INoticeTemplates
{
    /// <summary>Whether this wording exists in this language for this channel.</summary>
    bool Has(string template, string language, Channel channel);

    /// <summary>Fills one wording in.</summary>
    /// <param name="template">The wording's name, for example <c>annual-review</c>.</param>
    /// <param name="language">A two-letter code for which <see cref="Has"/> is true.</param>
    /// <param name="channel">Decides which parts there are: a text alone, or subject, text and HTML.</param>
    /// <param name="words">Every word the wording may use, by name. Lists are lists of strings or of further words.</param>
    /// <exception cref="TemplateException">The wording asks for a word that is missing or blank, or does not exist.</exception>
    NoticeContent Render(string template, string language, Channel channel, IReadOnlyDictionary<string, object> words);
}
