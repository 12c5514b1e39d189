using NodaTime;

namespace Notifier.Calendars;

/// <summary>One school year on file: its row, and the first and last day on which school is really held.</summary>
/// <param name="FirstDate">As the row says, or a make-up day before it.</param>
/// <param name="LastDate">As the row says, or a make-up day after it.</param>
/// <param name="FirstSchoolDay">The first day of school, closures taken into account.</param>
/// <param name="LastSchoolDay">The last day of school, closures taken into account.</param>
public sealed record SchoolYear(
    LocalDate FirstDate, LocalDate LastDate, LocalDate FirstSchoolDay, LocalDate LastSchoolDay);
