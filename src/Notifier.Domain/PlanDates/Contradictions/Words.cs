using NodaTime;
using NodaTime.Text;
using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>Kinds and dates as they stand in the files.</summary>
internal static class Words
{
    public static string Of(PlanDateKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static string Of(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
