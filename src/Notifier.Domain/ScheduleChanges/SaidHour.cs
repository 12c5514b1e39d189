using System.Globalization;
using NodaTime;

namespace Notifier.ScheduleChanges;

/// <summary>An hour as a summary names it, on the district's clock.</summary>
/// <param name="At">The hour; of one that leaves its half of the day open, the half in which schools are open.</param>
/// <param name="OpenHalf">True: "1:15" without a.m. or p.m., which is either.</param>
/// <param name="Written">As it stands in the summary.</param>
public sealed record SaidHour(LocalTime At, bool OpenHalf, string Written)
{
    private const int HalfDay = 12;

    public bool Is(LocalTime at) => At.Minute == at.Minute && (OpenHalf ? At.Hour % HalfDay == at.Hour % HalfDay : At.Hour == at.Hour);

    public bool MayBe(SaidHour other) => Is(other.At) || other.Is(At);

    /// <summary>As a file writes it: <c>13:15</c>.</summary>
    public string InFile => InFileOf(At);

    public static string InFileOf(LocalTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
