using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Notices;

/// <summary>The language a notice is written in, and why it is not the recipient's own.</summary>
/// <param name="Language">A two-letter code with a wording.</param>
/// <param name="Note">Null: it is the recipient's own.</param>
internal sealed record LanguageChoice(string Language, string? Note)
{
    private const string Last = "en";

    /// <summary>The recipient's own, else the district's in its order, else English.</summary>
    public static LanguageChoice For(INoticeTemplates templates, string wording, Recipient recipient, District district)
    {
        var asked = Normal(recipient.Language);
        var order = district.Policies.Languages.Select(Normal).ToList();
        var own = order.Where(language => language == asked);
        var chosen = own.Concat(order).Append(Last)
            .First(language => language == Last || templates.Has(wording, language, recipient.Channel));
        return new LanguageChoice(
            chosen,
            chosen == asked ? null : $"no wording in '{asked}' that the district uses; written in '{chosen}'");
    }

    /// <summary><c>es-MX</c> and <c>ES</c> are <c>es</c>; a blank is English.</summary>
    public static string Normal(string language)
    {
        var code = language.Split('-', '_')[0].Trim().ToLowerInvariant();
        return code.Length == 0 ? Last : code;
    }
}
