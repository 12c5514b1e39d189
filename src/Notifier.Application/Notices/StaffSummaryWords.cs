using System.Globalization;
using NodaTime;
using Notifier.DueDates.Rates;
using Notifier.Notices;

namespace Notifier.Application.Notices;

/// <summary>What a summary of the week may say: what is overdue first, then the week, then the year.</summary>
internal static class StaffSummaryWords
{
    // A mail is read on a phone.
    private const int MostLines = 15;
    private const int MostReasons = 5;

    private static readonly LanguageWords Say = LanguageWords.For(StaffNoticeWords.Language);

    public static NoticeWords Of(SummaryFacts facts)
    {
        var today = facts.Today;
        var open = Sorted(facts.Open);
        // What is still open is named once, above.
        var late = Sorted(facts.Late.Where(line => line.Cycle.Standing != CycleStanding.LateOpen));
        var becameLate = facts.WeekRates.Sum(rate => rate.Late);
        return new NoticeWords()
            .With("Today", Say.SayDate(today, today))
            .With("OpenCount", Count(facts.OpenCount))
            .With("HasOpen", facts.OpenCount > 0)
            .With("Open", open.Take(MostLines).Select(line => Line(line, today)))
            .WithOptional("OpenMore", More(facts.OpenCount - Math.Min(open.Count, MostLines)))
            .With("WeekFrom", Say.SayDate(facts.Week.From, today))
            .With("WeekThrough", Say.SayDate(facts.Week.Through, today))
            // After a closed week it is more than one.
            .With("Since", Period.DaysBetween(facts.Week.From, facts.Week.Through) < 7 ? "last week" : $"since {Say.SayDate(facts.Week.From, today)}")
            .With("BecameLate", becameLate == 0 ? "nothing" : Count(becameLate))
            .With("Week", facts.WeekRates.Where(HasAny).Select(Rate))
            .With("HasWeek", facts.WeekRates.Any(HasAny))
            .With("Late", late.Take(MostLines).Select(line => Line(line, today)))
            .With("HasLate", late.Count > 0)
            .WithOptional("LateMore", More(late.Count - Math.Min(late.Count, MostLines)))
            .With("YearFrom", Say.SayDate(facts.Year.From, today))
            .With("Year", facts.YearRates.Where(HasAny).Select(Rate))
            .With("HasYear", facts.YearRates.Any(HasAny))
            .WithOptional("InsteadOf", facts.InsteadOf)
            .With("Role", StaffNoticeWords.RoleOf(facts.Recipient, plan: null))
            .With("PassedOver", facts.Recipient.PassedOver);
    }

    private static bool HasAny(OnTimeRate rate) => rate.Settled > 0 || rate.LeftOut.Count > 0;

    private static List<SummaryLine> Sorted(IEnumerable<SummaryLine> lines) =>
        [.. lines.OrderByDescending(line => line.Cycle.DaysLate).ThenBy(line => line.Cycle.PlanId, StringComparer.Ordinal)];

    private static NoticeWords Line(SummaryLine line, LocalDate today) => new NoticeWords()
        .With("PlanId", line.Cycle.PlanId)
        .With("Duty", Capital(SingularOf(line.Cycle.Duty)))
        .With("Days", Say.SayDays(line.Cycle.DaysLate))
        .With("Due", Say.SayDate(line.Cycle.DueOn!.Value, today))
        .WithOptional("CaseManager", line.CaseManager)
        .WithOptional("Met", line.Cycle.MetOn is { } met ? Say.SayDate(met, today) : null)
        .WithOptional("Reason", line.Cycle.DelayReason);

    private static NoticeWords Rate(OnTimeRate rate) => new NoticeWords()
        .With("Name", Capital(rate.Duty.Name))
        .With("HasSettled", rate.Settled > 0)
        .With("OnTime", Count(rate.OnTime))
        .With("Settled", Count(rate.Settled))
        .With("Percent", rate.PerMille is { } tenths ? Percent(tenths) : "")
        .WithOptional("LateParts", LateParts(rate))
        .WithOptional("Days", rate.DaysLate is not { } days ? null
            : days.Fewest == days.Most ? Say.SayDays(days.Most) : $"{Count(days.Fewest)} to {Say.SayDays(days.Most)}")
        .WithOptional("Reasons", Reasons(rate))
        .WithOptional("LeftOut", string.Join("; ", rate.LeftOut.Select(one => $"{Count(one.Value)} {WordsOf(one.Key)}")));

    private static string LateParts(OnTimeRate rate)
    {
        (int Number, string Words)[] parts =
            [(rate.LateDone, "done late"), (rate.LateOpen, "late and open"), (rate.LateOver, "late and never done")];
        return string.Join(", ", parts.Where(part => part.Number > 0).Select(part => $"{Count(part.Number)} {part.Words}"));
    }

    private static string Reasons(OnTimeRate rate)
    {
        var noted = rate.Reasons.Where(one => one.Key.Length > 0).OrderByDescending(one => one.Value)
            .ThenBy(one => one.Key, StringComparer.OrdinalIgnoreCase).ToList();
        var parts = noted.Take(MostReasons).Select(one => $"{one.Key} ({Count(one.Value)})")
            .Concat(noted.Count > MostReasons ? [$"other reasons ({Count(noted.Skip(MostReasons).Sum(one => one.Value))})"] : [])
            .Concat(rate.Reasons.TryGetValue("", out var none) ? [$"none noted ({Count(none)})"] : []);
        return string.Join(", ", parts);
    }

    // Never rounded up: a hundred is said only when nothing was late.
    private static string Percent(int tenths) => tenths % 10 == 0 ? $"{tenths / 10}%" : $"{tenths / 10}.{tenths % 10}%";

    private static string WordsOf(LeftOutReason reason) => reason switch
    {
        LeftOutReason.ChildNotProduced => "where the parent did not bring the child",
        LeftOutReason.EnrolledDuringEvaluation => "moved in meanwhile, with a day agreed on",
        LeftOutReason.ConsentWithdrawn => "where consent was taken back",
        _ => "where the student left",
    };

    private static string SingularOf(RatedDuty duty) =>
        duty.Name.Replace("s (504)", " (504)", StringComparison.Ordinal).Replace("s (indicator 11)", "", StringComparison.Ordinal)
            .TrimEnd('s');

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string? More(int count) => count > 0 ? Count(count) : null;

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
