namespace Notifier.Application.PlanDates;

/// <summary>
/// What a folder may lack because rows were rejected. What is stored and seems to be gone is kept then: it may be what
/// the rejected row says.
/// </summary>
[Flags]
public enum MissingRows
{
    None = 0,
    Students = 1,
    Contacts = 2,
    Plans = 4,
    Dates = 8,
    Accommodations = 16,
}
