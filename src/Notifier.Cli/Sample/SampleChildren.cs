using System.Globalization;
using NodaTime;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>Gives every story a child: name, birthday, school, case manager, household.</summary>
public sealed class SampleChildren(SampleRandom random)
{
    private static readonly LocalDate AgesCountOn = new(2026, 9, 1);

    private readonly Dictionary<string, int> plansOfSchool = [];

    private readonly SampleDays days = new(SchoolCalendar.From(SampleCalendar.Entries, null), SampleCalendar.AsOf);

    public IReadOnlyList<SampleChild> For(IReadOnlyList<SampleStory> cast) =>
        [.. cast.Select((story, index) => Child(story, index))];

    private SampleChild Child(SampleStory story, int index)
    {
        var number = (1001 + index).ToString(CultureInfo.InvariantCulture);
        var family = random.Pick(SampleNames.Families);
        var age = random.Between(story.LeastAge, story.MostAge);
        var (schoolId, grade) = SampleSchools.For(age, random);
        var student = new Student
        {
            StudentId = $"S{number}",
            FirstName = random.Pick(family.FirstNames),
            LastName = family.LastName,
            BirthDate = Born(age, story.Birthday),
            Grade = grade,
            SchoolId = schoolId,
        };
        var plan = new Plan
        {
            PlanId = $"P{number}",
            StudentId = student.StudentId,
            Kind = story.Kind,
            CaseManagerId = NextCaseManager(schoolId),
        };
        var contacts = new SampleHousehold(random, student, family, index).Contacts(age >= 18);

        return new(student, family, plan, Dates(story, student), contacts, Promised(plan));
    }

    private PlanDate[] Dates(SampleStory story, Student student)
    {
        PlanDate[] told = [.. story.Tell(days, random)];
        return story.Kind == PlanKind.Iep ? [.. told, .. new ComingOfAge(days, random).Papers(student.BirthDate, told)] : told;
    }

    /// <summary>In turn, so that each of a school's case managers has plans.</summary>
    private string NextCaseManager(string schoolId)
    {
        var managers = SampleStaff.CaseManagersOf(schoolId);
        plansOfSchool[schoolId] = plansOfSchool.GetValueOrDefault(schoolId) + 1;
        return managers[plansOfSchool[schoolId] % managers.Count].StaffId;
    }

    private LocalDate Born(int age, AnnualDate? birthday)
    {
        var birthdayBeforeSeptember = AgesCountOn.PlusYears(-age).PlusDays(-random.Below(365));
        if (birthday is not { } day)
        {
            return birthdayBeforeSeptember;
        }

        // The year in which a child born on this day is of this age on 1 September.
        var year = AgesCountOn.Year - age;
        return day.InYear(day.InYear(year) > AgesCountOn.PlusYears(-age) ? year - 1 : year);
    }

    private IReadOnlyList<Accommodation> Promised(Plan plan)
    {
        (string Kind, string Detail, int Percent)[] promises =
        [
            ("scheduleChangeNotice", "word the evening before", 12),
            ("extendedTime", "time and a half on tests", 30),
            ("preferentialSeating", "near the teacher", 20),
        ];
        return
        [
            .. promises.Where(promise => random.Chance(promise.Percent))
                .Select(promise => new Accommodation(plan.PlanId, promise.Kind, promise.Detail)),
        ];
    }
}
