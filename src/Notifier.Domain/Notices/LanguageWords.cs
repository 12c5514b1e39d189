using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Notifier.Law;

namespace Notifier.Notices;

/// <summary>How one language says dates, times and the few words that notices put together: its <c>words.json</c>.</summary>
public sealed record LanguageWords
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly ConcurrentDictionary<string, LanguageWords> ByLanguage = new();

    /// <summary>A date farther away than this is said with its year.</summary>
    private const int DaysWithoutYear = 180;

    /// <summary>Monday first.</summary>
    public required IReadOnlyList<string> Weekdays { get; init; }

    public required IReadOnlyList<string> Months { get; init; }

    public required string Date { get; init; }

    public required string DateWithYear { get; init; }

    public required string ShortDate { get; init; }

    public required string ShortDateWithYear { get; init; }

    public required string Yesterday { get; init; }

    public required string Today { get; init; }

    public required string Tomorrow { get; init; }

    public required string InDays { get; init; }

    public required string DaysAgo { get; init; }

    public required string OneDay { get; init; }

    public required string ManyDays { get; init; }

    public required string Morning { get; init; }

    public required string Afternoon { get; init; }

    /// <summary>What a plan is called where little may be said; <c>neutral</c> tells nothing about it.</summary>
    public required IReadOnlyDictionary<string, string> Plans { get; init; }

    public required IReadOnlyDictionary<string, string> PlansInFull { get; init; }

    public required IReadOnlyDictionary<string, string> Formats { get; init; }

    /// <summary>A meeting's title in a calendar that others may see: <c>School meeting: {school}</c>.</summary>
    public required string CalendarTitle { get; init; }

    /// <summary>Whom to ask about it: <c>Questions? {call}</c>.</summary>
    public required string CalendarText { get; init; }

    /// <summary>What the school will do, for obligations without a wording of their own; goes on after "by Friday, ...".</summary>
    public required IReadOnlyDictionary<string, string> Duties { get; init; }

    public required IReadOnlyDictionary<string, string> DutiesInShort { get; init; }

    /// <summary>What each kind of schedule change is, in a sentence, for where the office gave no words in this language.</summary>
    public required IReadOnlyDictionary<string, string> DayChanges { get; init; }

    /// <summary>The same with its time, <c>{time}</c>; a kind without one is said without its time.</summary>
    public required IReadOnlyDictionary<string, string> DayChangesAt { get; init; }

    /// <summary>Goes before words in another language: <c>The school wrote:</c>.</summary>
    public required string SchoolWrote { get; init; }

    /// <exception cref="InvalidOperationException">The language has no <c>words.json</c>.</exception>
    public static LanguageWords For(string language) => ByLanguage.GetOrAdd(language, Load);

    /// <summary>As people say it: <c>Friday, January 16</c>; with the year only when it could be mistaken.</summary>
    public string SayDate(LocalDate date, LocalDate today) => Fill(IsFar(date, today) ? DateWithYear : Date, date);

    /// <summary>Without the weekday: <c>January 16</c>.</summary>
    public string SayShortDate(LocalDate date, LocalDate today) =>
        Fill(IsFar(date, today) ? ShortDateWithYear : ShortDate, date);

    /// <summary><c>9:30 a.m.</c></summary>
    public string SayTime(LocalTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.ClockHourOfHalfDay}:{time.Minute:00} {(time.Hour < 12 ? Morning : Afternoon)}");

    /// <summary>How far away a day is: <c>tomorrow</c>, <c>in 14 days</c>, <c>3 days ago</c>.</summary>
    public string SayWhen(LocalDate date, LocalDate today) => Period.DaysBetween(today, date) switch
    {
        0 => Today,
        1 => Tomorrow,
        -1 => Yesterday,
        > 0 and var days => FillDays(InDays, days),
        var days => FillDays(DaysAgo, -days),
    };

    /// <summary><c>1 day</c>, <c>14 days</c></summary>
    public string SayDays(int days) => days == 1 ? OneDay : FillDays(ManyDays, days);

    /// <param name="kind">The plan.</param>
    /// <param name="inFull">With what the short name stands for.</param>
    public string SayPlan(PlanKind kind, bool inFull) =>
        (inFull ? PlansInFull : Plans)[JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())];

    /// <summary>A name for it that does not tell what kind of plan it is.</summary>
    public string SayPlanDiscreetly() => Plans["neutral"];

    private static bool IsFar(LocalDate date, LocalDate today) =>
        Math.Abs(Period.DaysBetween(today, date)) > DaysWithoutYear;

    private string Fill(string pattern, LocalDate date) => pattern
        .Replace("{weekday}", Weekdays[(int)date.DayOfWeek - 1], StringComparison.Ordinal)
        .Replace("{month}", Months[date.Month - 1], StringComparison.Ordinal)
        .Replace("{day}", date.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{year}", date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string FillDays(string pattern, int days) =>
        pattern.Replace("{days}", days.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static LanguageWords Load(string language)
    {
        using var stream = TemplateFiles.Open($"{language}/words.json")
            ?? throw new InvalidOperationException($"There is no Notices/Templates/{language}/words.json.");
        return JsonSerializer.Deserialize<LanguageWords>(stream, Json)!;
    }
}
