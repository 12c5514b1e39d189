using System.Diagnostics;
using Notifier.Adapters.DistrictFolders;
using Notifier.Adapters.Sqlite;
using Notifier.Application.PlanDates;
using Notifier.Cli.Sample;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Sample;

/// <summary>The whole way of a real-looking district: folder, store, and back.</summary>
public sealed class SampleFolderReadingTests : IDisposable
{
    private static readonly SampleDistrict Sample = SampleDistrict.Make();

    private readonly TempFolder temp = new();
    private readonly FakeClock clock = new(SampleCalendar.AsOf.AtStartOfDayInZone(Sample.District.TimeZone).ToInstant());

    [Fact]
    public void Four_hundred_children_without_a_mistake_are_read_without_one()
    {
        SampleFolder.Write(Sample, temp.Path, withMistakes: false);
        DistrictFolder.Read(new DistrictFolderReader(clock), temp.Path);

        var watch = Stopwatch.StartNew();
        var folder = DistrictFolder.Read(new DistrictFolderReader(clock), temp.Path);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.DoesNotContain(folder.Problems, problem => problem.Severity is ProblemSeverity.Rejected or ProblemSeverity.Fatal);
        Assert.Equal(Sample.Children.Count, folder.Students.Count);
        foreach (var child in Sample.Children)
        {
            var file = folder.Students.Single(file => file.Student.StudentId == child.Student.StudentId);
            Assert.Equal(child.Student, file.Student);
            Assert.Equal(child.Plan, Assert.Single(file.Plans).Plan);
            Assert.Equal(child.Dates.Select(date => (date.Kind, date.Date)).ToHashSet(), file.Plans[0].Dates.Select(date => (date.Kind, date.Date)).ToHashSet());
            Assert.Equal(child.Contacts.Count, file.Contacts.Count);
            foreach (var contact in child.Contacts)
            {
                var read = file.Contacts.Single(other => other.ContactId == contact.ContactId);
                Assert.Equal(contact with { Channels = [] }, read with { Channels = [] });
                Assert.Equal(contact.Channels, read.Channels);
            }
        }
    }

    [Fact]
    public void The_contradictions_put_into_the_sample_are_found_and_no_others()
    {
        SampleFolder.Write(Sample, temp.Path, withMistakes: false);

        var found = DistrictFolder.Read(new DistrictFolderReader(clock), temp.Path).Problems
            .Where(problem => problem.What.StartsWith("plan ", StringComparison.Ordinal))
            .Select(problem => string.Join(' ', problem.What.Split(' ').Skip(2).Take(4)))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "consentReceived lies before the",
                "eligibilityDetermined lies after the",
                "iepMeetingHeld lies in the",
            ],
            found);
    }

    [Fact]
    public void Every_row_typed_wrong_is_rejected_and_kept()
    {
        SampleFolder.Write(Sample, temp.Path);
        var rejects = temp.File("rejects");
        var problems = new List<ImportProblem>();

        using var reading = new DistrictFolderReader(clock).Read(temp.Path, problems.Add, rejects);

        Assert.NotNull(reading.District);
        foreach (var (file, rows) in new[]
        {
            ("students", SampleMistakes.Students), ("contacts", SampleMistakes.Contacts), ("plans", SampleMistakes.Plans), ("plan-dates", SampleMistakes.PlanDates),
        })
        {
            Assert.Equal(rows.Count, reading.Counts.Single(count => count.File == $"{file}.csv").Rejected);
            var kept = File.ReadAllText(Path.Combine(rejects, $"{file}.rejects.csv"));
            Assert.All(rows, row => Assert.Contains(row, kept, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_folder_imported_into_SQLite_comes_back_and_a_second_time_changes_nothing()
    {
        SampleFolder.Write(Sample, temp.File("folder"), withMistakes: false);
        var folder = DistrictFolder.Read(new DistrictFolderReader(clock), temp.File("folder"));
        await using var store = SqliteStore.Open(temp.File("data"), clock);
        var import = new ImportDistrictFolder(store.Tables, store.Queues, clock);

        using var reading = new DistrictFolderReader(clock).Read(temp.File("folder"), _ => { });
        var first = await import.RunAsync(reading, confirmed: false, null, default);
        var second = await import.RunAsync(reading, confirmed: false, null, default);

        Assert.Equal((ImportOutcome.Imported, folder.Students.Count, folder.Students.Count), (first.Outcome, first.Counts.StudentsAdded, first.ChangesSent));
        Assert.True(second.Counts.ChangedNothing);
        var files = new StudentFiles(store.Tables);
        foreach (var file in folder.Students)
        {
            var stored = await files.GetAsync(file.DistrictId, file.Student.StudentId, default);
            Assert.Equal(file.Student, stored!.Student);
            Assert.Equal(file.Plans.SelectMany(plan => plan.Dates), stored.Plans.SelectMany(plan => plan.Dates));
            Assert.Equal(file.Contacts.Select(contact => contact with { Channels = [] }), stored.Contacts.Select(contact => contact with { Channels = [] }));
        }

        var district = await new DistrictFiles(store.Tables).GetAsync(Sample.District.DistrictId, default);
        Assert.Equal(folder.District!.Calendar, district!.Calendar);
        Assert.Equal(folder.District.Staff, district.Staff);
    }

    public void Dispose() => temp.Dispose();
}
