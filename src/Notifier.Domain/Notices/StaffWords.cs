using System.Text.Json;
using NodaTime;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Obligations;

namespace Notifier.Notices;

/// <summary>What staff are told to do next, and how to record that it was done: <c>en/next-steps.json</c>.</summary>
public sealed record StaffWords
{
    private static readonly Lazy<StaffWords> Shipped = new(Load);

    public required string Otherwise { get; init; }

    /// <summary>When too few days are left for the notice of the meeting that would meet the duty.</summary>
    public required string NoRoomForNotice { get; init; }

    public required string MeetingOverdue { get; init; }

    public required string MeetingSet { get; init; }

    public required string MeetingSetNoticeLate { get; init; }

    public required string MeetingSetAndNoticed { get; init; }

    public required string MeetingAfterDue { get; init; }

    /// <summary>The same on the due date itself: no earlier day is left.</summary>
    public required string MeetingAfterToday { get; init; }

    public required string MeetingPast { get; init; }

    public required IReadOnlyDictionary<string, string> Steps { get; init; }

    public required IReadOnlyDictionary<string, string> RecordedAs { get; init; }

    public static string NextStepWithoutRoom => Shipped.Value.NoRoomForNotice;

    /// <param name="due">The duty.</param>
    /// <param name="meeting">The meeting that is to meet it; null: none is planned, or no meeting meets it.</param>
    /// <param name="today">The reader's date.</param>
    /// <param name="say">How a date is said.</param>
    public static string NextStep(DueDate due, PlannedMeeting? meeting, LocalDate today, Func<LocalDate, string> say)
    {
        var words = Shipped.Value;
        var step = words.Steps.GetValueOrDefault(due.Obligation.Value, words.Otherwise);
        if (!PlannedMeeting.IsFor(due.Obligation))
        {
            return step;
        }

        return meeting switch
        {
            null => due.DueOn < today ? words.MeetingOverdue : step,
            _ when meeting.On < today => Of(words.MeetingPast),
            _ when due.DueOn == today && meeting.On > today => Of(words.MeetingAfterToday),
            _ when due.DueOn > today && meeting.On > due.DueOn => Of(words.MeetingAfterDue),
            { IsNoticed: true } => Of(words.MeetingSetAndNoticed),
            { IsNoticeLate: true } => Of(words.MeetingSetNoticeLate),
            _ => Of(words.MeetingSet),
        };

        string Of(string text) => text.Replace("{meeting}", say(meeting.On), StringComparison.Ordinal);
    }

    /// <summary>The plan dates that show the duty was met, as they are written in <c>plan-dates.csv</c>.</summary>
    public static string HowToRecord(ObligationId obligation)
    {
        var kinds = ObligationCatalog.Find(obligation).MetBy.Select(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()));
        if (Shipped.Value.RecordedAs.TryGetValue(obligation.Value, out var further))
        {
            kinds = kinds.Append(further);
        }

        return string.Join(" or ", kinds.Append($"obligationMet with the detail {obligation}"));
    }

    private static StaffWords Load()
    {
        using var stream = TemplateFiles.Open("en/next-steps.json")
            ?? throw new InvalidOperationException("There is no Notices/Templates/en/next-steps.json.");
        return JsonSerializer.Deserialize<StaffWords>(stream, JsonSerializerOptions.Web)!;
    }
}
