using System.Collections.Frozen;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using Notifier.Application.Notices;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Adapters.Templates;

/// <summary>The embedded wordings, compiled once. An email's HTML is made from its text, so that both always say the same.</summary>
public sealed class HandlebarsTemplates : INoticeTemplates
{
    private const string SmsPart = "sms";
    private const string SubjectPart = "email-subject";
    private const string TextPart = "email-text";

    private readonly FrozenDictionary<(string Language, string File), HandlebarsTemplate<object, object>> compiled;
    private readonly FrozenDictionary<(string Language, string Template, Channel Channel), string> fingerprints;

    /// <exception cref="TemplateException">A wording is not valid.</exception>
    public HandlebarsTemplates()
    {
        compiled = TemplateFiles.Languages.SelectMany(Compile).ToFrozenDictionary();
        fingerprints = compiled.Keys
            .Select(key => (key.Language, Template: key.File.Split('.')[0], TemplateFiles.ChannelOf(key.File)))
            .Distinct()
            .ToFrozenDictionary(key => key, key => TemplateFiles.Fingerprint(key.Language, key.Template, key.Item3));
    }

    public bool Has(string template, string language, Channel channel) => channel == Channel.Sms
        ? compiled.ContainsKey((language, $"{template}.{SmsPart}"))
        : compiled.ContainsKey((language, $"{template}.{SubjectPart}")) && compiled.ContainsKey((language, $"{template}.{TextPart}"));

    public NoticeContent Render(string template, string language, Channel channel, IReadOnlyDictionary<string, object> words)
    {
        if (!Has(template, language, channel))
        {
            throw new TemplateException($"There is no wording '{template}' in '{language}' for {channel}.");
        }

        var id = $"{template}/{language}#{fingerprints[(language, template, channel)]}";
        if (channel == Channel.Sms)
        {
            var sms = MailLayout.OneLine(Fill(language, $"{template}.{SmsPart}", words));
            return new NoticeContent { Subject = "", Text = sms, Language = language, Template = id };
        }

        var subject = MailLayout.OneLine(Fill(language, $"{template}.{SubjectPart}", words));
        var blocks = MailLayout.Read(Fill(language, $"{template}.{TextPart}", words));
        return new NoticeContent
        {
            Subject = subject,
            Text = MailLayout.ToText(blocks),
            Html = MailLayout.ToHtml(language, subject, blocks),
            Language = language,
            Template = id,
        };
    }

    private string Fill(string language, string file, IReadOnlyDictionary<string, object> words)
    {
        try
        {
            return compiled[(language, file)](words);
        }
        catch (Exception error) when (error is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            var cause = error.GetBaseException();
            throw new TemplateException($"The wording {language}/{file} cannot be filled in: {cause.Message}", error);
        }
    }

    private static IEnumerable<KeyValuePair<(string, string), HandlebarsTemplate<object, object>>> Compile(string language)
    {
        // Nothing is escaped here: a text stays as it is, and the layout escapes what goes into HTML.
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            NoEscape = true,
            ThrowOnUnresolvedBindingExpression = true,
        });
        var files = TemplateFiles.Of(language);
        foreach (var (file, text) in files.Where(one => one.Key.StartsWith('_')))
        {
            // {{> _stop}} means _stop.sms: no two pieces of a language share a name.
            handlebars.RegisterTemplate(file.Split('.')[0], text);
        }

        foreach (var (file, text) in files.Where(one => !one.Key.StartsWith('_')))
        {
            yield return new((language, file), Compile(handlebars, language, file, text));
        }
    }

    private static HandlebarsTemplate<object, object> Compile(IHandlebars handlebars, string language, string file, string text)
    {
        try
        {
            return handlebars.Compile(text);
        }
        catch (HandlebarsException error)
        {
            throw new TemplateException($"The wording {language}/{file} is not valid: {error.Message}", error);
        }
    }
}
