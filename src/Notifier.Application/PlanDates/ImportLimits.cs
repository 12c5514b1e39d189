namespace Notifier.Application.PlanDates;

/// <summary>
/// What makes an import suspicious, compared with what is stored. A district's ordinary day (children come and go,
/// meetings are held) stays far below; an export that went wrong does not.
/// </summary>
public sealed record ImportLimits
{
    public ImportLimit StudentsGone { get; init; } = new(5, 5);

    public ImportLimit PlansGone { get; init; } = new(5, 5);

    public ImportLimit ContactsGone { get; init; } = new(10, 10);

    /// <summary>Of the stored dates of plans that stay. They are a history: hardly any ever leaves.</summary>
    public ImportLimit DatesGone { get; init; } = new(20, 2);

    /// <summary>Of the plans stored, left without any date: the file was cut off between two rows.</summary>
    public ImportLimit PlansEmptied { get; init; } = new(3, 1);

    /// <summary>Of the new plans, with dates that cannot all be right: also of a first import.</summary>
    public ImportLimit NewPlansInDoubt { get; init; } = new(10, 10);

    public ImportLimit DatesMoved { get; init; } = new(20, 20);

    /// <summary>Of the stored dates, moved by the very same number of days.</summary>
    public ImportLimit DatesMovedAlike { get; init; } = new(10, 2);

    /// <summary>Of the stored dates, with month and day exchanged.</summary>
    public ImportLimit MonthAndDayChanged { get; init; } = new(5, 1);

    /// <summary>Of the students stored, with first and last name exchanged.</summary>
    public ImportLimit NamesExchanged { get; init; } = new(3, 2);

    /// <summary>Of the students stored, with another name altogether: rows slipped against their ids.</summary>
    public ImportLimit NamesReplaced { get; init; } = new(5, 5);

    public ImportLimit BirthDatesChanged { get; init; } = new(5, 5);

    public ImportLimit PlanKindsChanged { get; init; } = new(5, 5);

    /// <summary>Of the contacts with a number or address, with another one: notices would reach strangers.</summary>
    public ImportLimit AddressesChanged { get; init; } = new(10, 20);

    /// <summary>Of the contacts with consent to texts, now without.</summary>
    public ImportLimit ConsentsGone { get; init; } = new(10, 20);

    /// <summary>Of the contacts that must never be written to, now written to.</summary>
    public ImportLimit SilencesLifted { get; init; } = new(3, 30);

    /// <summary>Of the calendar's rows in school years that stay.</summary>
    public ImportLimit CalendarRowsGone { get; init; } = new(5, 30);

    /// <summary>Of the staff stored.</summary>
    public ImportLimit StaffGone { get; init; } = new(5, 30);

    /// <summary>Of the rows of one file.</summary>
    public ImportLimit RowsRejected { get; init; } = new(20, 20);
}
