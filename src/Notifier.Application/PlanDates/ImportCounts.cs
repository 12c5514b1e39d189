namespace Notifier.Application.PlanDates;

/// <summary>The folder against what is stored.</summary>
public sealed record ImportCounts
{
    /// <summary>In the folder, rejected rows not counted.</summary>
    public int Students { get; init; }

    public int Plans { get; init; }

    public int Contacts { get; init; }

    public int Dates { get; init; }

    public int StudentsAdded { get; init; }

    public int StudentsChanged { get; init; }

    /// <summary>Stored, but no longer in the folder.</summary>
    public int StudentsGone { get; init; }

    public int PlansAdded { get; init; }

    public int PlansGone { get; init; }

    public int DatesAdded { get; init; }

    /// <summary>Of one plan and kind, as many dates as before, but another day.</summary>
    public int DatesMoved { get; init; }

    public int DatesRemoved { get; init; }

    /// <summary>Settings, schools, staff or calendar differ from what is stored.</summary>
    public bool DistrictChanged { get; init; }

    /// <summary>Students whose due dates are computed anew because the calendar or the settings changed.</summary>
    public int StudentsOfChangedCalendar { get; init; }

    /// <summary>The folder holds what is stored, of every student and of the district itself.</summary>
    public bool ChangedNothing => !DistrictChanged && StudentsAdded + StudentsChanged + StudentsGone == 0;
}
