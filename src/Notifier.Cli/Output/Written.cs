using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Notifier.DueDates;
using Notifier.Law;

namespace Notifier.Cli.Output;

/// <summary>How dates and kinds are written for people at a terminal.</summary>
public static class Written
{
    private static readonly LocalDatePattern WithWeekday =
        LocalDatePattern.CreateWithInvariantCulture("ddd uuuu'-'MM'-'dd");

    /// <summary><c>Tue 2026-11-17</c>; nothing for no date.</summary>
    public static string Day(LocalDate? date) => date is { } day ? WithWeekday.Format(day) : "";

    public static string Status(DueStatus status) => status switch
    {
        DueStatus.MetLate => "met late",
        DueStatus.NotOwed => "not owed",
        _ => status.ToString().ToLowerInvariant(),
    };

    public static string Kind(PlanKind kind) => kind switch
    {
        PlanKind.Iep => "IEP",
        PlanKind.Section504 => "504 plan",
        _ => "evaluation",
    };

    /// <summary><c>Tue 2026-11-17 14:30 UTC</c>.</summary>
    public static string Moment(Instant moment) => moment.ToString("ddd uuuu'-'MM'-'dd HH':'mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary><c>1,204</c>.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A name of the code as words: <c>DutyMet</c> is <c>duty met</c>.</summary>
    public static string Words(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) && at > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")).ToLowerInvariant();

    /// <summary><c>1,204 rows</c>, <c>1 row</c>.</summary>
    public static string Count(int number, string one, string? many = null) =>
        $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";
}
