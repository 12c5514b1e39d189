using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.ScheduleChanges;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>A student's full name never goes to the families of a school. It is Tue 2026-10-13 when each begins.</summary>
public sealed class NamedStudentTests : FlowTest
{
    private static readonly LocalDate Tomorrow = new(2026, 10, 14);

    [Fact]
    public async Task A_full_name_is_held_at_the_desk_in_the_preview_and_on_the_queue()
    {
        await ImportAsync(Promised());
        await World.DrainAsync();
        var change = Naming("Substitute for Ximena Peña.");

        var atTheDesk = await Assert.ThrowsAsync<ScheduleChangeException>(() => SubmitAsync(change));
        var previewed = await Assert.ThrowsAsync<ScheduleChangeException>(async () =>
            await World.UseCases.PreviewScheduleChange.RunAsync(change, default).ToListAsync());
        var queued = await Assert.ThrowsAsync<ScheduleChangeException>(() => World.UseCases.AnnounceScheduleChange.RunAsync(change, default));

        Assert.All([atTheDesk, previewed, queued], one =>
        {
            var problem = Assert.Single(one.Problems);
            Assert.Equal("summary.es: 'Ximena Peña' is the full name of a student on record, and every family that is told would read it.", $"{problem.Field}: {problem.What}.");
            Assert.Contains("Leave the last name out", problem.Remedy, StringComparison.Ordinal);
            // What is thrown ends in logs.
            Assert.DoesNotContain("Pe", one.Message, StringComparison.Ordinal);
        });
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
        Assert.DoesNotContain(Provider.Messages, one => one.Content.Text.Contains("Peña.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_first_name_alone_is_told_and_so_is_what_is_meant()
    {
        await ImportAsync(Promised());
        await World.DrainAsync();

        await SubmitAsync(Naming("Substitute for Ximena."));
        await SubmitAsync(Naming("Trip to Ximena Peña Park.") with { Version = 2, Meant = ["Ximena Peña Park"] });
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));

        Assert.Contains(Provider.Messages, one => one.Content.Text.Contains("Trip to Ximena Peña Park.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_student_is_found_by_todays_name_and_not_once_gone()
    {
        await ImportAsync(Promised());
        await World.DrainAsync();
        var file = Promised();
        await ImportAsync(file with { Student = file.Student with { LastName = "Luna" }, Plans = [file.Plans[0] with { Student = file.Student with { LastName = "Luna" } }] });
        await World.DrainAsync();

        await World.UseCases.SubmitScheduleChange.CheckAsync(new(Naming("Ximena Peña"), []), default);
        await Assert.ThrowsAsync<ScheduleChangeException>(() => SubmitAsync(Naming("Ximena Luna")));

        await World.ImportAsync(OakHill.District());
        await World.DrainAsync();
        await World.UseCases.SubmitScheduleChange.CheckAsync(new(Naming("Ximena Luna"), []), default);
    }

    [Fact]
    public async Task Everything_is_told_at_once_also_beside_a_field_that_cannot_be_read()
    {
        await ImportAsync(Promised());
        await World.DrainAsync();
        await World.UseCases.AnnounceScheduleChange.RunAsync(
            GivenChange.EarlyRelease(Tomorrow, Clock.GetCurrentInstant()) with { ChangeId = "noon" }, default);
        var reading = ScheduleChangeText.ReadAll("""
            { "changeId": "one", "version": 0, "districtId": "oakhill", "schoolIds": ["E9"], "studentIds": ["S9"], "date": "2026-10-14", "everyone": "no",
              "kind": "earlyRelease", "summary": { "en": "Ximena Peña: see www.example.org" }, "postedAt": "2026-10-13T12:00:00Z" }
            """u8.ToArray());

        var wrong = await Assert.ThrowsAsync<ScheduleChangeException>(() => World.UseCases.SubmitScheduleChange.RunAsync(reading, default));

        Assert.Equal(
            ["districtId", "everyone", "kind", "schoolIds", "startsAt", "studentIds", "summary.en", "summary.en", "version"],
            wrong.Problems.Select(one => one.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_languages_that_say_two_hours_are_asked_about_at_the_desk_and_told_once_that_is_meant()
    {
        await ImportAsync(Promised());
        await World.DrainAsync();
        var change = GivenChange.EarlyRelease(Tomorrow, Clock.GetCurrentInstant()) with { StartsAt = new LocalTime(13, 15) };

        var wrong = await Assert.ThrowsAsync<ScheduleChangeException>(() => SubmitAsync(change));
        await SubmitAsync(change with { Meant = ["13:15"] });

        Assert.Equal(["summary.en", "summary.es"], wrong.Problems.Select(one => one.Field));
    }

    [Fact]
    public async Task A_student_who_is_missing_in_the_list_is_put_there_by_the_audit_and_hears_and_is_not_named()
    {
        await ImportAsync(Promised());
        await World.RunHourAsync();
        var list = Tables.Open("ConcernedStudents");
        foreach (var row in Tables.Rows().Where(row => row.Table == "ConcernedStudents").ToList())
        {
            await list.DeleteAsync(row.PartitionKey, row.RowKey, null, default);
        }

        var named = Naming("Ximena Peña") with { Date = Tomorrow.PlusDays(1) };
        await World.UseCases.SubmitScheduleChange.CheckAsync(new(named, []), default);
        // A district is audited from its second night on.
        await World.UseCases.AuditAgenda.RunAsync(default);
        Clock.MoveTo(OakHill.At(2026, 10, 14, 7));
        await World.UseCases.AuditAgenda.RunAsync(default);

        await Assert.ThrowsAsync<ScheduleChangeException>(() => SubmitAsync(named));
        await SubmitAsync(named with { Summary = Naming("Ximena: sala 4").Summary });
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 18));
        Assert.Contains(Provider.Messages, one => one.Content.Text.Contains("Ximena: sala 4", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(300)]
    public async Task Looking_names_up_costs_the_words_of_the_summary_and_not_the_students_there_are(int students)
    {
        var files = Enumerable.Range(1, students).Select(number => OakHill.Family($"N{number}", $"NP{number}")).Select(file => file with
        {
            Student = file.Student with { FirstName = "Ana", LastName = $"Ruiz{file.Student.StudentId}" },
            Plans = [],
        });
        await World.ImportAsync(OakHill.District(), files);
        await World.DrainAsync();
        var reads = 0;
        var watched = new WatchedTables(Tables, (call, _) => reads += call.StartsWith("query", StringComparison.Ordinal) ? 1 : 0);
        var names = new StudentNames(watched, new StudentFiles(watched));

        var problems = await names.ProblemsAsync(Naming("Practice tests all morning: Ana RuizN7 stays"), OakHill.District(), default);

        Assert.Single(problems);
        Assert.Equal(7, reads);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("[1]", "it is not one JSON object")]
    [InlineData("{ \"changeId\": \"t\",\n  \"version\": }", "it cannot be read from line 2, column 14, on")]
    [InlineData("{ \"changeId\": \"t\",,", "it cannot be read from line 1, column 19, on")]
    [InlineData("{ \"changeId\": \"t\" ", "it cannot be read from line 1, column 19, on")]
    public void What_is_no_JSON_is_told_in_words_of_our_own(string text, string what)
    {
        var wrong = Assert.Throws<ScheduleChangeException>(() => ScheduleChangeText.Read(text));

        Assert.Equal(("file", what), (Assert.Single(wrong.Problems).Field, wrong.Problems[0].What));
    }

    [Fact]
    public void What_is_not_saved_as_UTF_8_is_told_so()
    {
        var wrong = Assert.Throws<ScheduleChangeException>(
            () => ScheduleChangeText.ReadAll(System.Text.Encoding.Latin1.GetBytes("{ \"changeId\": \"mañana\" }")));

        Assert.Contains("UTF-8", Assert.Single(wrong.Problems).What, StringComparison.Ordinal);
    }

    private static StudentFile Promised() =>
        OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld)) with
        {
            Accommodations = [new Accommodation(OakHill.PlanId, ScheduleChange.Accommodation, "")],
        };

    private ScheduleChange Naming(string summary) => GivenChange.Testing(Tomorrow, Clock.GetCurrentInstant()) with
    {
        Kind = ScheduleChangeKind.Substitute,
        Summary = new Dictionary<string, string> { ["es"] = summary },
    };

    private Task<DistrictFile> SubmitAsync(ScheduleChange change) => World.UseCases.SubmitScheduleChange.RunAsync(new(change, []), default);
}
