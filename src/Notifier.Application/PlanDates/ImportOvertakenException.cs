namespace Notifier.Application.PlanDates;

/// <summary>Another import of the same district wrote while this one ran. Importing again finishes whatever is left.</summary>
public sealed class ImportOvertakenException(string districtId)
    : Exception($"Another import of district '{districtId}' ran at the same time: import the folder again.");
