using NodaTime;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Domain.Tests.DueDates;

/// <summary>A district made from a seed: two or three school years with breaks, closures and make-up days, and plans.</summary>
internal sealed class RandomDistrict
{
    private readonly Random random;

    public RandomDistrict(int seed)
    {
        random = new Random(seed);
        var entries = new List<CalendarEntry>();
        var first = new LocalDate(2024, 8, 1);
        for (var year = random.Next(2, 4); year > 0; year--)
        {
            first = first.PlusDays(random.Next(0, 40));
            var last = first.PlusDays(random.Next(270, 300));
            entries.Add(Row(CalendarEntryKind.SchoolYear, first, last, "school year"));
            AddDays(entries, first, last);
            first = last.PlusDays(random.Next(30, 90));
        }

        Entries = entries;
        First = entries[0].FirstDate;
        Last = entries.Where(entry => entry.Kind == CalendarEntryKind.SchoolYear).Max(entry => entry.LastDate);
    }

    public IReadOnlyList<CalendarEntry> Entries { get; }

    public LocalDate First { get; }

    public LocalDate Last { get; }

    public LocalDate AnyDay() => First.PlusDays(random.Next(-20, Period.DaysBetween(First, Last) + 40));

    public int Number(int below) => random.Next(below);

    public CalendarEntry AClosure()
    {
        var day = AnyDay();
        return Row(CalendarEntryKind.Closure, day, day.PlusDays(random.Next(0, 3)), "flood");
    }

    public District District(string state) => new()
    {
        DistrictId = "D1",
        Name = "A district",
        State = state,
        TimeZone = DateTimeZoneProviders.Tzdb["America/New_York"],
        Policies = new DistrictPolicies
        {
            AnnualRule = (AnnualRule)random.Next(4),
            ReevaluationRule = (ReevaluationRule)random.Next(3),
            Section504EvaluationDays = random.Next(2) == 0 ? null : 45,
            Section504YearMeetingDays = random.Next(3) switch { 0 => null, 1 => 10, _ => -10 },
        },
    };

    public PlanRecord APlan()
    {
        var kinds = Enum.GetValues<PlanDateKind>();
        var dates = Enumerable.Range(0, random.Next(1, 25)).Select(_ => new PlanDate(
            kinds[random.Next(kinds.Length)], AnyDay(), random.Next(4) switch { 0 => "09:30 Room 4", 1 => "reading", _ => "" }));
        var absences = Enumerable.Range(0, random.Next(0, 14)).Select(_ => new PlanDate(PlanDateKind.Absence, AnyDay()));
        return new PlanRecord
        {
            Plan = new Plan { PlanId = "P1", StudentId = "S-1", CaseManagerId = "M1", Kind = (PlanKind)random.Next(3) },
            Student = new Student
            {
                StudentId = "S-1",
                FirstName = "A",
                LastName = "Student",
                BirthDate = new LocalDate(2006 + random.Next(17), 2, 28).PlusDays(random.Next(0, 3)),
                Grade = $"{random.Next(1, 13):00}",
                SchoolId = "S1",
            },
            Dates = [.. dates.Concat(absences)],
        };
    }

    public T[] Shuffled<T>(IEnumerable<T> rows)
    {
        var array = rows.ToArray();
        random.Shuffle(array);
        return array;
    }

    private void AddDays(List<CalendarEntry> entries, LocalDate first, LocalDate last)
    {
        LocalDate Inside() => first.PlusDays(random.Next(0, Period.DaysBetween(first, last) + 1));
        for (var n = random.Next(3, 9); n > 0; n--)
        {
            var day = Inside();
            entries.Add(Row(CalendarEntryKind.NoSchool, day, day.PlusDays(random.Next(0, 14)), $"break {n}"));
        }

        for (var n = random.Next(0, 4); n > 0; n--)
        {
            var day = Inside();
            entries.Add(Row(CalendarEntryKind.Closure, day, day, "snow"));
            entries.Add(Row(CalendarEntryKind.MakeUpDay, Inside(), null, "make-up"));
        }

        entries.Add(Row(CalendarEntryKind.StateHoliday, Inside(), null, "a state holiday"));
        entries.Add(Row(CalendarEntryKind.ProgressReportDue, Inside(), null, "report"));
    }

    private static CalendarEntry Row(CalendarEntryKind kind, LocalDate first, LocalDate? last, string name) =>
        new() { Kind = kind, FirstDate = first, LastDate = last ?? first, Name = name };
}
