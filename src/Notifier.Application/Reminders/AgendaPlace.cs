using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.Storage;
using Notifier.Reminders;

namespace Notifier.Application.Reminders;

/// <summary>Where a reminder stands in the agenda.</summary>
/// <param name="On">The day.</param>
/// <param name="ReminderId">The reminder, whatever its day.</param>
public readonly record struct AgendaPlace(LocalDate On, string ReminderId)
{
    public static AgendaPlace Of(Reminder reminder) => new(reminder.On, NoticeDue.From(reminder).ReminderId());

    /// <summary><c>district|date|shard</c>.</summary>
    public static string Partition(string districtId, LocalDate on, int shard) =>
        StoreKey.Of(
            districtId, LocalDatePattern.Iso.Format(on),
            shard.ToString("D2", System.Globalization.CultureInfo.InvariantCulture));

    public static string RowKey(string studentId, string reminderId) => StoreKey.Of(studentId, reminderId);

    /// <summary>As kept in the student's own row: <c>2026-01-16|reminder</c>.</summary>
    public string ToText() => $"{LocalDatePattern.Iso.Format(On)}|{ReminderId}";

    /// <exception cref="FormatException">The text was not made by <see cref="ToText"/>.</exception>
    public static AgendaPlace FromText(string text) =>
        text.Length > 11
            ? new AgendaPlace(LocalDatePattern.Iso.Parse(text[..10]).Value, text[11..])
            : throw new FormatException($"'{text}' is not a place in the agenda.");
}
