using System.Text.Json;
using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.Storage;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;

namespace Notifier.Application.Tests.PlanDates;

public class FilesInTheStoreTests
{
    private readonly InMemoryTables tables = new();

    [Theory]
    [InlineData("S1")]
    [InlineData("a/b\\c#d?e%f\u0001|~ ñ😀")]
    public async Task A_students_file_comes_back_whole(string id)
    {
        var files = new StudentFiles(tables);
        var file = SampleFiles.Student(id);

        await StoreAsync(file);

        var read = await files.GetAsync(SampleFiles.DistrictId, id, default);
        Assert.Equal(Json(file), Json(read! with { Version = "" }));
        Assert.Equal(file.Plans[0].Dates, read.Plans[0].Dates);
        Assert.Same(read.Student, read.Plans[0].Student);
        Assert.Equal([id], await files.StudentIdsAsync(SampleFiles.DistrictId, default).ToListAsync());
    }

    [Fact]
    public async Task A_student_with_thousands_of_dates_is_still_one_row()
    {
        var dates = Enumerable.Range(0, 4000)
            .Select(day => new PlanDate(PlanDateKind.Absence, new LocalDate(2010, 1, 1).PlusDays(day), "flu 😀😀😀😀😀"))
            .ToArray();
        var files = new StudentFiles(tables);

        await StoreAsync(SampleFiles.Student("S1", dates: dates));

        var before = tables.Calls;
        var read = await files.GetAsync(SampleFiles.DistrictId, "S1", default);
        Assert.Equal(dates, read!.Plans[0].Dates);
        Assert.Equal(1, tables.Calls - before);
    }

    [Fact]
    public async Task A_student_who_is_gone_is_not_there()
    {
        var files = new StudentFiles(tables);

        await StoreAsync(SampleFiles.Student("S1"), gone: true);

        Assert.Null(await files.GetAsync(SampleFiles.DistrictId, "S1", default));
        Assert.Empty(await files.StudentIdsAsync(SampleFiles.DistrictId, default).ToListAsync());
        Assert.Empty(await files.AllAsync(SampleFiles.DistrictId, default).ToListAsync());
    }

    [Fact]
    public async Task Students_of_a_district_whose_id_begins_alike_stay_apart()
    {
        var files = new StudentFiles(tables);
        foreach (var district in new[] { "d", "d1", "d|x", "d}" })
        {
            await StoreAsync(SampleFiles.Student("in " + district) with { DistrictId = district });
        }

        foreach (var district in new[] { "d", "d1", "d|x", "d}" })
        {
            Assert.Equal(["in " + district], await files.StudentIdsAsync(district, default).ToListAsync());
        }
    }

    [Fact]
    public async Task A_districts_file_of_any_size_comes_back_whole_and_is_read_once()
    {
        var file = SampleFiles.District(staff: 20_000);
        var writer = new DistrictFiles(tables);
        await StoreAsync(writer, file, import: 1);

        var files = new DistrictFiles(tables);
        var read = await files.GetAsync(SampleFiles.DistrictId, default);
        var before = tables.Calls;
        var again = await files.GetAsync(SampleFiles.DistrictId, default);

        Assert.Equal(DistrictFiles.Content(file), DistrictFiles.Content(read!));
        Assert.Same(read, again);
        Assert.Equal(1, tables.Calls - before);
        Assert.Equal([SampleFiles.DistrictId], await files.AllIdsAsync(default).ToListAsync());
    }

    [Fact]
    public async Task A_reader_sees_a_districts_new_file()
    {
        var writer = new DistrictFiles(tables);
        var files = new DistrictFiles(tables);
        await StoreAsync(writer, SampleFiles.District(), import: 1);
        await files.GetAsync(SampleFiles.DistrictId, default);

        await StoreAsync(writer, SampleFiles.District(staff: 5), import: 2);

        Assert.Equal(5, (await files.GetAsync(SampleFiles.DistrictId, default))!.Staff.Count);
    }

    [Fact]
    public async Task A_lost_piece_of_a_districts_file_is_an_error_and_no_shorter_file()
    {
        var files = new DistrictFiles(tables);
        await StoreAsync(files, SampleFiles.District(staff: 2000), import: 1);
        await tables.Open("Districts").DeleteAsync(StoreKey.Of(SampleFiles.DistrictId), DistrictBody.KeyOf(1, 1), null, default);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => files.GetAsync(SampleFiles.DistrictId, default));

        Assert.Contains("import the district's folder again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_survives_its_body()
    {
        var change = new PlanChange { DistrictId = "d", StudentId = "ñ", Reason = "calendar changed" };

        Assert.Equal(change, PlanChange.FromBody(change.ToBody()));
    }

    private static string Json(StudentFile file) => JsonSerializer.Serialize(StoredStudent.Of(file), StoredJson.Compact.StoredStudent);

    private async Task StoreAsync(StudentFile file, bool gone = false)
    {
        var content = StudentFiles.Content(file);
        var row = new StudentRow
        {
            PartitionKey = StudentHeader.PartitionOf(file.DistrictId, file.Student.StudentId),
            RowKey = StudentRow.Key,
            StudentId = file.Student.StudentId,
            SchoolId = file.Student.SchoolId,
            Version = ContentVersion.Of(content),
            Import = 1,
            Gone = gone,
        };
        Assert.True(await new StudentFiles(tables).WriteAsync(row.WithBody(content), null, default));
    }

    private static async Task StoreAsync(DistrictFiles files, DistrictFile file, int import)
    {
        var content = DistrictFiles.Content(file);
        var rows = await files.WriteBodyAsync(file.District.DistrictId, import, content, default);
        var stands = await files.HeadAsync(file.District.DistrictId, default);
        var head = await files.WriteHeadAsync(
            new DistrictHead
            {
                PartitionKey = DistrictHead.Partition,
                RowKey = StoreKey.Of(file.District.DistrictId),
                DistrictId = file.District.DistrictId,
                Version = ContentVersion.Of(content),
                BodyImport = import,
                BodyRows = rows,
                Import = import,
                OpenSince = 0,
                ETag = stands?.ETag ?? "",
            },
            default);
        Assert.NotNull(head);
    }
}
