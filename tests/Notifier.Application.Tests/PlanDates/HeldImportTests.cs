using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Application.Tests.PlanDates;

/// <summary>Exports that went wrong, as they do: each must be held, and an ordinary day must not.</summary>
public class HeldImportTests
{
    private readonly ImportHouse house = new();

    private static StudentFile[] District { get; } = [.. Enumerable.Range(100, 60).Select(Student)];

    public static TheoryData<string, string> Corruptions => new()
    {
        { "students cut off", "12 of 60 students stored are not in the folder" },
        { "plans cut off", "10 of 60 plans stored are not in the folder" },
        { "dates cut off", "30 of 180 plan dates stored are not in the folder" },
        { "last plans without dates", "4 of 60 plans lose every date they had" },
        { "contacts cut off", "20 of 120 contacts stored are not in the folder" },
        { "names exchanged", "60 of 60 students have first and last name exchanged" },
        { "names slipped", "60 of 60 students have another name altogether" },
        { "birth dates slipped", "60 of 60 students have another birth date" },
        { "kinds exchanged", "60 of 60 plans change their kind" },
        { "a day earlier", "180 of 180 plan dates move by the same 1 day(s) earlier" },
        { "a few a year later", "12 of 180 plan dates move by the same 365 day(s) later" },
        { "month and day exchanged", "60 of 180 plan dates have month and day exchanged" },
        { "dates slipped", "120 of 180 plan dates move" },
        { "numbers slipped", "60 of 120 contacts have another telephone number or mail address" },
        { "consents lost", "60 of 60 consents to texts are gone" },
        { "silence lifted", "60 of 60 contacts that must not be written to would be written to" },
    };

    [Theory]
    [MemberData(nameof(Corruptions))]
    public async Task What_looks_like_a_broken_export_is_held_until_confirmed(string corruption, string what)
    {
        await house.ImportAsync(District);
        await house.RefreshAsync();
        house.Tables.AfterWrite = (call, table) => Assert.Fail($"{call} {table} while held");
        var reading = new FakeReading(SampleFiles.District(), Corrupt(corruption));

        var held = await house.ImportAsync(reading);

        Assert.Equal(ImportOutcome.Held, held.Outcome);
        var suspicion = Assert.Single(held.Suspicions, suspicion => suspicion.What.StartsWith(what, StringComparison.Ordinal));
        Assert.NotEmpty(suspicion.Check);
        Assert.InRange(suspicion.Examples.Count, 1, 5);
        Assert.All(suspicion.Examples, example => Assert.DoesNotContain("Name", example, StringComparison.Ordinal));
        Assert.Empty(await house.RefreshAsync());

        house.Tables.AfterWrite = null;
        var confirmed = await house.ImportAsync(reading, confirmed: true);

        Assert.Equal(ImportOutcome.Imported, confirmed.Outcome);
        Assert.NotEmpty(confirmed.Suspicions);
        Assert.NotEmpty(await house.RefreshAsync());
        Assert.Empty(await house.StaleAsync());
        Assert.Equal(ImportOutcome.Imported, (await house.ImportAsync(reading)).Outcome);
    }

    [Fact]
    public async Task An_ordinary_day_is_not_held()
    {
        await house.ImportAsync(District);

        // Two moved away, one came, five met, three moved a planned day, one family changed its number, one name was corrected.
        StudentFile[] next =
        [
            Student(170),
            WithContact(District[2], contact => contact with { Phone = "+15125550177" }),
            District[3] with { Student = District[3].Student with { FirstName = "Corrected" } },
            .. District[4..9].Select(file => WithDates(file, dates => [.. dates, new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 11, 19))])),
            .. District[9..12].Select((file, i) => WithDates(file, dates => [dates[0], dates[1], dates[2] with { Date = dates[2].Date.PlusDays(7 + i) }])),
            .. District[12..],
        ];
        var result = await house.ImportAsync(next);

        Assert.Empty(result.Suspicions);
        Assert.Equal(ImportOutcome.Imported, result.Outcome);
        Assert.Equal((2, 1, 5, 3), (result.Counts.StudentsGone, result.Counts.StudentsAdded, result.Counts.DatesAdded - 3, result.Counts.DatesMoved));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    public async Task A_first_import_of_many_plans_whose_dates_contradict_each_other_is_held(int wrong, bool isHeld)
    {
        // Month and day exchanged: 3 November became 11 March of next year, in which no meeting was held yet.
        StudentFile[] students =
        [
            .. District[..wrong].Select(file => WithDates(file, dates => [new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2027, 3, 11)), .. dates])),
            .. District[wrong..],
        ];

        var result = await house.ImportAsync(students);

        Assert.Equal(isHeld ? ImportOutcome.Held : ImportOutcome.Imported, result.Outcome);
        Assert.Equal(isHeld ? [$"{wrong} of 60 new plans have dates that cannot all be right"] : [], result.Suspicions.Select(one => one.What));
    }

    [Fact]
    public async Task A_first_import_is_not_compared_with_anything()
    {
        var result = await house.ImportAsync(new FakeReading(SampleFiles.District(), District) { Counts = [new FileCount("plans.csv", 100, 60)] });

        Assert.Equal(ImportOutcome.Imported, result.Outcome);
    }

    [Fact]
    public async Task A_file_of_which_many_rows_are_rejected_is_held()
    {
        await house.ImportAsync(District);

        var result = await house.ImportAsync(new FakeReading(SampleFiles.District(), District) { Counts = [new FileCount("contacts.csv", 100, 20)] });

        Assert.Equal("20 of 100 rows of contacts.csv are rejected", Assert.Single(result.Suspicions).What);
    }

    [Fact]
    public async Task One_plan_whose_dates_are_there_without_its_row_is_held()
    {
        await house.ImportAsync(District);
        var planId = District[7].Plans[0].Plan.PlanId;
        StudentFile[] cutOff = [.. District.Select((file, i) => i == 7 ? file with { Plans = [] } : file)];

        var without = await house.ImportAsync(new FakeReading(SampleFiles.District(), cutOff) { PlansWithDatesAlone = new HashSet<string> { planId, "mistyped" } });

        Assert.Equal(ImportOutcome.Held, without.Outcome);
        var suspicion = Assert.Single(without.Suspicions);
        Assert.Equal("1 of 60 plans stored have dates in plan-dates.csv, but no row in plans.csv", suspicion.What);
        Assert.Contains(planId, Assert.Single(suspicion.Examples), StringComparison.Ordinal);

        // A row that names a plan nobody ever stored is a typing mistake alone.
        var mistyped = await house.ImportAsync(new FakeReading(SampleFiles.District(), District) { PlansWithDatesAlone = new HashSet<string> { "mistyped" } });
        Assert.Equal(ImportOutcome.Imported, mistyped.Outcome);
    }

    [Fact]
    public async Task Another_state_or_zone_or_a_shorter_calendar_is_held()
    {
        await house.ImportAsync(District);
        var before = SampleFiles.District();
        var after = before with
        {
            District = before.District with { State = "CA", TimeZone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"] },
            Calendar = [new CalendarEntry { Kind = CalendarEntryKind.SchoolYear, FirstDate = new LocalDate(2025, 8, 17), LastDate = new LocalDate(2026, 5, 27) }],
        };

        var result = await house.ImportAsync(new FakeReading(after, District));

        Assert.Equal(
            [
                "the state changes from TX to CA",
                "the time zone changes from America/Chicago to America/Los_Angeles",
                "the calendar ended on 2027-05-27 and would end on 2026-05-27",
            ],
            result.Suspicions.Select(suspicion => suspicion.What));
    }

    [Fact]
    public async Task A_calendar_without_its_days_off_is_held_and_one_without_last_year_is_not()
    {
        var district = WithDaysOff(2025, WithDaysOff(2026, SampleFiles.District()));
        await house.ImportAsync(new FakeReading(district, District));

        var without = await house.ImportAsync(new FakeReading(
            district with { Calendar = [.. district.Calendar.Where(entry => entry.Kind == CalendarEntryKind.SchoolYear)] }, District));
        var lastYearLeft = await house.ImportAsync(new FakeReading(
            district with { Calendar = [.. district.Calendar.Where(entry => entry.FirstDate > new LocalDate(2026, 7, 1))] }, District));

        Assert.Equal("15 of 15 rows of the calendar stored are not in the folder", Assert.Single(without.Suspicions).What);
        Assert.Equal(5, without.Suspicions[0].Examples.Count);
        Assert.Equal(ImportOutcome.Imported, lastYearLeft.Outcome);
    }

    [Fact]
    public async Task Staff_cut_off_after_the_header_is_held()
    {
        var district = SampleFiles.District(staff: 8);
        await house.ImportAsync(new FakeReading(district, District));

        var result = await house.ImportAsync(new FakeReading(district with { Staff = [] }, District));

        Assert.Equal("8 of 8 members of staff stored are not in the folder", Assert.Single(result.Suspicions).What);
    }

    [Fact]
    public async Task A_mistyped_district_id_is_held_before_families_are_told_twice()
    {
        await house.ImportAsync(District);
        await house.RefreshAsync();
        var mistyped = SampleFiles.District();
        mistyped = mistyped with { District = mistyped.District with { DistrictId = "oak-hil" } };

        var result = await house.ImportAsync(new FakeReading(mistyped, [.. District.Select(file => file with { DistrictId = "oak-hil" })]));

        Assert.Equal(ImportOutcome.Held, result.Outcome);
        Assert.Equal("district 'oak-hil' is new, but 40 of 40 children looked at are those of district 'oak/hill #1'", Assert.Single(result.Suspicions).What);
        Assert.Empty(await house.RefreshAsync());
    }

    private static DistrictFile WithDaysOff(int autumn, DistrictFile file) => file with
    {
        Calendar =
        [
            .. file.Calendar.Where(entry => entry.Kind != CalendarEntryKind.SchoolYear || entry.FirstDate.Year != autumn),
            new CalendarEntry { Kind = CalendarEntryKind.SchoolYear, FirstDate = new LocalDate(autumn, 8, 17), LastDate = new LocalDate(autumn + 1, 5, 27) },
            .. Enumerable.Range(1, 7).Select(week => new LocalDate(autumn, 10, 1).PlusWeeks(week)).Select(day => new CalendarEntry
            {
                Kind = CalendarEntryKind.NoSchool, FirstDate = day, LastDate = day, Name = "Day off",
            }),
        ],
    };

    private static StudentFile[] Corrupt(string how) => how switch
    {
        "students cut off" => District[..^12],
        "plans cut off" => [.. District.Select((file, i) => i < 10 ? file with { Plans = [] } : file)],
        "dates cut off" => [.. District.Select((file, i) => i < 30 ? WithDates(file, dates => [.. dates.Skip(1)]) : file)],
        "last plans without dates" => [.. District.Select((file, i) => i >= 56 ? WithDates(file, _ => []) : file)],
        "contacts cut off" => [.. District.Select((file, i) => i < 20 ? file with { Contacts = [.. file.Contacts.Skip(1)] } : file)],
        "names exchanged" => Each(student => student with { FirstName = student.LastName, LastName = student.FirstName }),
        "names slipped" => [.. District.Select((file, i) => file with
        {
            Student = file.Student with { FirstName = District[(i + 1) % 60].Student.FirstName, LastName = District[(i + 1) % 60].Student.LastName },
        })],
        "birth dates slipped" => Each(student => student with { BirthDate = student.BirthDate.PlusDays(400) }),
        "kinds exchanged" => [.. District.Select(file => file with
        {
            Plans = [.. file.Plans.Select(plan => plan with { Plan = plan.Plan with { Kind = PlanKind.Iep } })],
        })],
        "a day earlier" => Dates((date, _) => date.PlusDays(-1)),
        "a few a year later" => [.. District.Select((file, i) => i < 12 ? WithDates(file, dates => [dates[0] with { Date = dates[0].Date.PlusDays(365) }, .. dates[1..]]) : file)],
        "month and day exchanged" => [.. District.Select(file => WithDates(file, dates => [dates[0], dates[1] with { Date = new LocalDate(2026, 5, 3) }, dates[2]]))],
        "dates slipped" => [.. District.Select((file, i) => WithDates(file, dates => [dates[0] with { Date = dates[0].Date.PlusDays(i * 3 + 2) }, dates[1], dates[2] with { Date = dates[2].Date.PlusDays(-i * 2 - 1) }]))],
        "numbers slipped" => Contacts(contact => contact with { Phone = "+15125550199" }),
        "consents lost" => Contacts(contact => contact with { TextConsentOn = null }),
        "silence lifted" => [.. District.Select(file => file with { Contacts = [.. file.Contacts.Select(contact => contact with { ReceivesNotices = true })] })],
        _ => throw new ArgumentException(how),
    };

    private static StudentFile Student(int number)
    {
        var file = SampleFiles.Student(
            $"S{number}", "E1",
            new PlanDate(PlanDateKind.EvaluationCompleted, new LocalDate(2025, 9, 1).PlusDays(number)),
            new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 3, 5)),
            new PlanDate(PlanDateKind.MeetingScheduled, new LocalDate(2026, 12, 1).PlusDays(number)));
        return file with { Student = file.Student with { FirstName = $"FirstName{number}", LastName = $"LastName{number}" } };
    }

    private static StudentFile[] Each(Func<Student, Student> change) => [.. District.Select(file => file with { Student = change(file.Student) })];

    private static StudentFile[] Dates(Func<LocalDate, int, LocalDate> change) =>
        [.. District.Select((file, i) => WithDates(file, dates => [.. dates.Select(date => date with { Date = change(date.Date, i) })]))];

    private static StudentFile[] Contacts(Func<Contact, Contact> change) => [.. District.Select(file => WithContact(file, change))];

    private static StudentFile WithContact(StudentFile file, Func<Contact, Contact> change) =>
        file with { Contacts = [change(file.Contacts[0]), .. file.Contacts.Skip(1)] };

    private static StudentFile WithDates(StudentFile file, Func<PlanDate[], PlanDate[]> change) => file with
    {
        Plans = [.. file.Plans.Select(plan => plan with { Dates = change([.. plan.Dates]) })],
    };
}
