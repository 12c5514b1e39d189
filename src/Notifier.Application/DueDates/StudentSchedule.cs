using NodaTime;
using Notifier.Application.Digests;
using Notifier.Application.Reminders;

namespace Notifier.Application.DueDates;

/// <summary>
/// What the last refresh of a student made: the due dates, and the places in the agenda that are this student's. While
/// <see cref="IsSettled"/> is false the agenda may hold more or less than that; the next refresh puts it right.
/// </summary>
public sealed record StudentSchedule
{
    /// <summary>Grows with every refresh.</summary>
    public int Revision { get; init; }

    public bool IsSettled { get; init; }

    /// <summary>The day whose view it was computed for.</summary>
    public LocalDate AsOf { get; init; }

    public string StudentVersion { get; init; } = "";

    public string DistrictVersion { get; init; } = "";

    public string CalendarVersion { get; init; } = "";

    public IReadOnlyList<KnownDueDate> DueDates { get; init; } = [];

    /// <summary>Each as <see cref="AgendaPlace.ToText"/>.</summary>
    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>Of <see cref="Agenda"/>, those not yet known to be raised or waiting for their day.</summary>
    public IReadOnlyList<string> New { get; init; } = [];

    /// <summary>On whose desks the student stands, each as <see cref="StaffDutyPlace.ToText"/>.</summary>
    public IReadOnlyList<string> Desks { get; init; } = [];

    public static StudentSchedule None { get; } = new() { IsSettled = true };
}
