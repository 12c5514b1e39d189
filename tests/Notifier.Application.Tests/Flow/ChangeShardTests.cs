using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.ScheduleChanges;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing;
using Notifier.Testing.Flow;
using NodaTime;

namespace Notifier.Application.Tests.Flow;

/// <summary>A change for a whole district: many short calls, and each family hears once. It is Tue 2026-10-13 when each begins.</summary>
public sealed class ChangeShardTests : FlowTest
{
    private const int Families = 40;
    private static readonly LocalDate Tomorrow = new(2026, 10, 14);

    [Theory]
    [InlineData(3)]
    [InlineData(Families)]
    public async Task To_announce_it_reads_no_student_however_many_there_are(int families)
    {
        await ImportManyAsync(families);
        var (reads, sent) = (0, new List<string>());
        var world = new FlowWorld(
            new WatchedTables(Tables, (_, table) => reads += table is "Students" or "ConcernedStudents" ? 1 : 0),
            new WatchedQueues(Queues, Queues, (_, queue) => sent.Add(queue), (_, _) => { }), Queues, Provider, Clock);

        await world.UseCases.AnnounceScheduleChange.RunAsync(Everyone(), default);

        // The words of the summary alone are looked up.
        Assert.Equal(4, reads);
        Assert.Equal([QueueNames.ChangeShards], sent);
        Assert.Equal(ConcernedStudents.Shards, (await Queues.ReceiveAsync(
            QueueNames.ChangeShards, 100, Clock.GetCurrentInstant(), Duration.FromMinutes(5), default)).Count);
    }

    [Fact]
    public async Task Every_family_hears_once_though_every_shard_comes_again_and_half_of_them_break_off()
    {
        await ImportManyAsync(Families);
        await World.UseCases.AnnounceScheduleChange.RunAsync(Everyone(), default);
        await World.UseCases.AnnounceScheduleChange.RunAsync(Everyone(), default);
        var shards = (await Queues.ReceiveAsync(
            QueueNames.ChangeShards, 100, Clock.GetCurrentInstant(), Duration.FromMinutes(5), default)).Select(one => ChangeShard.Read(one.Body)).ToList();
        Assert.Equal(Enumerable.Range(0, ConcernedStudents.Shards), shards.Select(one => one.Shard).Order());
        var crashes = 0;
        foreach (var shard in shards)
        {
            // A third breaks off before it puts anything on the queue, a third once it has.
            var breaks = new FlowWorld(
                Tables, new WatchedQueues(Queues, Queues, (_, _) => CrashIf(shard.Shard % 3 == 0), (_, _) => CrashIf(shard.Shard % 3 == 1)),
                Queues, Provider, Clock);
            crashes += await Record.ExceptionAsync(() => breaks.UseCases.AnnounceShard.RunAsync(shard, default)) is CrashException ? 1 : 0;

            await World.UseCases.AnnounceShard.RunAsync(shard, default);
        }

        Assert.InRange(crashes, 8, 11);
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));
        // Long after the queue has forgotten what it had.
        foreach (var shard in shards)
        {
            await World.UseCases.AnnounceShard.RunAsync(shard, default);
        }

        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 9));

        Assert.Equal(Families, ToldCount());
    }

    [Fact]
    public async Task A_shard_that_comes_after_the_withdrawal_tells_nobody()
    {
        await ImportManyAsync(3);
        var change = Everyone();
        await World.UseCases.AnnounceScheduleChange.RunAsync(change, default);
        await World.UseCases.AnnounceScheduleChange.RunAsync(change with { Version = 2, Withdrawn = true }, default);
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 9));

        Assert.Equal(0, ToldCount());
    }

    [Fact]
    public async Task A_change_for_named_students_needs_no_shards()
    {
        await ImportManyAsync(3);

        await World.UseCases.AnnounceScheduleChange.RunAsync(
            Everyone() with { SchoolIds = [], Grades = [], StudentIds = ["F1", "F3", "nobody"] }, default);

        Assert.Empty(await Queues.ReceiveAsync(QueueNames.ChangeShards, 100, Clock.GetCurrentInstant(), Duration.FromMinutes(5), default));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));
        Assert.Equal(2, ToldCount());
    }

    private static void CrashIf(bool now)
    {
        if (now)
        {
            throw new CrashException("at the queue");
        }
    }

    private int ToldCount() => Provider.Messages.Count(one => one.Content.Text.Contains("Tests all morning", StringComparison.Ordinal));

    private static ScheduleChange Everyone() => GivenChange.Testing(Tomorrow, OakHill.At(2026, 10, 13, 7)) with
    {
        Everyone = true,
        Summary = new Dictionary<string, string> { ["en"] = "Tests all morning now." },
    };

    private async Task ImportManyAsync(int families)
    {
        await World.ImportAsync(OakHill.District(), Enumerable.Range(1, families).Select(number => Family($"F{number}")));
        await World.DrainAsync();
    }

    private static StudentFile Family(string studentId)
    {
        var file = OakHill.Family(studentId, "P" + studentId, new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld));
        return file with { Contacts = [OakHill.Father(studentId)] };
    }
}
