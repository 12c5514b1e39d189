using Notifier.Application.PlanDates;

namespace Notifier.Application.Tests.PlanDates;

/// <summary>
/// An import is cut off before and after every single call of the store and the queue; the next one must leave the store
/// as the folder says, and no student whose due dates were not computed anew from it.
/// </summary>
public class ImportCutOffTests
{
    private static readonly StudentFile[] Before = [.. Enumerable.Range(1, 6).Select(i => SampleFiles.Student($"S{i}", i % 2 == 0 ? "E2" : "E1"))];

    private static readonly StudentFile[] After =
    [
        SampleFiles.Student("S0"),
        Before[0],
        SampleFiles.Student("S2", "E2", ImportDistrictFolderTests.Held(2026, 10, 1)),
        .. Before[2..5],
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_next_import_finishes_what_was_cut_off(bool refreshedMeanwhile)
    {
        var last = await CallsOfOneImportAsync();
        Assert.InRange(last, 10, 200);

        for (var call = 1; call <= last; call++)
        {
            var house = new ImportHouse();
            await house.ImportAsync(Before);
            await house.RefreshAsync();

            await Assert.ThrowsAsync<CutOffException>(() => ImportCutOffAtAsync(house, call));
            if (refreshedMeanwhile)
            {
                await house.RefreshAsync();
            }

            await house.ImportAsync(new FakeReading(ImportDistrictFolderTests.WithClosure("E2"), After));
            await house.RefreshAsync();

            Assert.True((await house.StaleAsync()) is [], $"cut off at call {call}: stale {string.Join(' ', await house.StaleAsync())}");
            Assert.True((await house.StudentAsync("S6"))!.IsGone);
            foreach (var student in After)
            {
                var stands = await house.StudentAsync(student.Student.StudentId);
                Assert.Equal(StudentFiles.Content(student), StudentFiles.Content(stands!));
            }

            var again = await house.ImportAsync(new FakeReading(ImportDistrictFolderTests.WithClosure("E2"), After));
            Assert.True(again.Counts.ChangedNothing);
            Assert.Equal(0, again.ChangesSent);
        }
    }

    [Fact]
    public async Task An_import_cut_off_many_times_is_still_finished()
    {
        var house = new ImportHouse();
        await house.ImportAsync(Before);
        await house.RefreshAsync();

        for (var call = 3; call < 40; call += 2)
        {
            try
            {
                await ImportCutOffAtAsync(house, call);
            }
            catch (CutOffException)
            {
                await house.RefreshAsync();
            }
        }

        await house.ImportAsync(new FakeReading(ImportDistrictFolderTests.WithClosure("E2"), After));
        await house.RefreshAsync();

        Assert.Empty(await house.StaleAsync());
    }

    [Fact]
    public async Task A_first_import_that_was_cut_off_leaves_nobody_out()
    {
        for (var call = 1; ; call++)
        {
            var house = new ImportHouse();
            try
            {
                await CutOffAtAsync(house, call, () => house.ImportAsync(After));
                Assert.True(call > 8);
                return;
            }
            catch (CutOffException)
            {
            }

            await house.ImportAsync(After);
            await house.RefreshAsync();

            Assert.Empty(await house.StaleAsync());
            Assert.Equal(After.Length, await new StudentFiles(house.Tables).StudentIdsAsync(SampleFiles.DistrictId, default).CountAsync());
        }
    }

    private static async Task<int> CallsOfOneImportAsync()
    {
        var house = new ImportHouse();
        await house.ImportAsync(Before);
        await house.RefreshAsync();
        var calls = 0;
        Watch(house, () => calls++);
        await house.ImportAsync(new FakeReading(ImportDistrictFolderTests.WithClosure("E2"), After));
        return calls;
    }

    private static Task<ImportResult> ImportCutOffAtAsync(ImportHouse house, int call) => CutOffAtAsync(
        house, call, () => house.ImportAsync(new FakeReading(ImportDistrictFolderTests.WithClosure("E2"), After)));

    private static async Task<ImportResult> CutOffAtAsync(ImportHouse house, int call, Func<Task<ImportResult>> import)
    {
        var calls = 0;
        Watch(house, () =>
        {
            // Once cut off, a program does nothing more: later calls fail as well.
            if (Interlocked.Increment(ref calls) >= call)
            {
                throw new CutOffException();
            }
        });
        try
        {
            return await import();
        }
        finally
        {
            Watch(house, null);
        }
    }

    private static void Watch(ImportHouse house, Action? then)
    {
        Action<string, string>? watch = then is null ? null : (_, _) => then();
        house.Tables.BeforeCall = watch;
        house.Tables.AfterWrite = watch;
        house.Queues.BeforeCall = watch;
        house.Queues.AfterSend = watch;
    }

    private sealed class CutOffException : Exception;
}
