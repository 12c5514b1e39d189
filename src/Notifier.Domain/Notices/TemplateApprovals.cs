using System.Text.Json;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>Who has read and approved the wordings of each language: <c>Templates/approvals.json</c>.</summary>
public sealed record TemplateApprovals
{
    private static readonly Lazy<Dictionary<string, TemplateApprovals>> Shipped = new(Load);

    public required IReadOnlyList<TemplateApproval> Approvals { get; init; }

    /// <summary>Where the language stands as a whole, in a sentence for whoever decides to use it.</summary>
    public required string State { get; init; }

    /// <exception cref="KeyNotFoundException">The language has no record: a language without one is not shipped.</exception>
    public static TemplateApprovals For(string language) => Shipped.Value[language];

    /// <summary>Whether somebody approved exactly the words that are used now.</summary>
    public static bool IsApproved(string template, string language, Channel channel)
    {
        var fingerprint = TemplateFiles.Fingerprint(language, template, channel);
        return For(language).Approvals.Any(one => one.Template == template && one.Fingerprint == fingerprint);
    }

    private static Dictionary<string, TemplateApprovals> Load()
    {
        using var stream = TemplateFiles.Open("approvals.json")
            ?? throw new InvalidOperationException("There is no Notices/Templates/approvals.json.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("languages")
            .Deserialize<Dictionary<string, TemplateApprovals>>(JsonSerializerOptions.Web)!;
    }
}
