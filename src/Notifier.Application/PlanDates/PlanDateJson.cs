using NodaTime.Text;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Application.PlanDates;

/// <summary>A plan date as one text, <c>consentReceived 2025-10-27</c> and the detail behind it if there is one.</summary>
internal sealed class PlanDateJson() : TextJson<PlanDate>(Write, Read)
{
    private const int DateLength = 10;

    private static string Write(PlanDate date)
    {
        var text = $"{FileWords.Of(date.Kind)} {LocalDatePattern.Iso.Format(date.Date)}";
        return date.Detail.Length == 0 ? text : $"{text} {date.Detail}";
    }

    private static PlanDate Read(string text)
    {
        var day = text.IndexOf(' ', StringComparison.Ordinal) + 1;
        if (day == 0 || text.Length < day + DateLength || !FileWords.TryParse<PlanDateKind>(text[..(day - 1)], out var kind))
        {
            throw new FormatException("A stored plan date is neither a known kind nor followed by a date: it was written by a newer version.");
        }

        var date = LocalDatePattern.Iso.Parse(text.Substring(day, DateLength)).Value;
        var detail = day + DateLength + 1;
        return new PlanDate(kind, date, text.Length > detail ? text[detail..] : "");
    }
}
