using NodaTime;
using Notifier.Application.Reminders;
using Notifier.Application.Storage;
using Notifier.Evidence;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>The audit as many short calls: each student in time, however many there are, and no call longer for it.</summary>
public sealed class AuditAgendaTests : FlowTest
{
    private const int Students = 40;

    public AuditAgendaTests() => World = Process(inCall: 5);

    [Fact]
    public async Task A_call_takes_as_long_in_a_large_store_as_in_a_small_one()
    {
        var small = await CallsOfAuditAsync(Students);

        Assert.Equal(small, await CallsOfAuditAsync(Students * 10));
        // Were it to look at more of them, it would show.
        Assert.NotEqual(small, await CallsOfAuditAsync(Students * 10, inCall: 20));
    }

    [Fact]
    public async Task Every_student_is_audited_once_in_as_many_nights_as_there_are_shares()
    {
        await ImportAsync(Students);
        await LoseFromTheAgendaAsync();

        var repaired = new List<int>();
        for (var night = 0; night < 3; night++)
        {
            // More calls than the night's share takes: those at the end find nothing to do.
            for (var call = 0; call < 12; call++)
            {
                await AuditAsync();
                Clock.Advance(Duration.FromMinutes(5));
            }

            repaired.Add(await RepairsAsync());
            Clock.Advance(Duration.FromHours(23));
        }

        Assert.Equal(Students, repaired[^1]);
        // Each night a share of its own, none of them empty.
        Assert.True(repaired[0] > 0 && repaired[1] > repaired[0] && repaired[2] > repaired[1], string.Join(", ", repaired));
        Assert.All(await EachEvidenceAsync(), count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task A_share_that_its_night_was_too_short_for_goes_on_in_the_next()
    {
        World = Process(inCall: 5, shares: 1);
        await ImportAsync(Students);
        await LoseFromTheAgendaAsync();

        for (var night = 0; night < 8; night++)
        {
            await AuditAsync();
            Assert.Equal((night + 1) * 5, await RepairsAsync());
            Clock.Advance(Duration.FromDays(1));
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(150)]
    public async Task A_call_cut_off_anywhere_loses_no_student(int afterCalls)
    {
        World = Process(inCall: 5, shares: 1);
        await ImportAsync(Students);
        var lost = await LoseFromTheAgendaAsync();
        var left = afterCalls;
        Tables.BeforeCall = (_, _) =>
        {
            if (--left == 0)
            {
                throw new StoreException("The process ended.", "here", "Start it again.");
            }
        };

        for (var call = 0; call < 12; call++)
        {
            try
            {
                await AuditAsync();
            }
            catch (StoreException)
            {
                World = Process(inCall: 5, shares: 1);
            }
        }

        Assert.True(left < 0, "The cut never came.");
        Tables.BeforeCall = null;
        Assert.Equal(Students, (await EachEvidenceAsync()).Count);
        foreach (var (studentId, place) in lost)
        {
            Assert.NotNull(await World.UseCases.Agenda.FindAsync(OakHill.DistrictId, studentId, place, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_student_gone_since_the_last_call_does_not_hold_it_up()
    {
        World = Process(inCall: 5, shares: 1);
        await ImportAsync(Students);
        await LoseFromTheAgendaAsync();
        await AuditAsync();
        // The one the first call ended with.
        await World.ImportAsync(OakHill.District(), Files(Students).Where(file => file.Student.StudentId != "S104"));
        await World.DrainAsync();

        for (var call = 0; call < 8; call++)
        {
            await AuditAsync();
        }

        Assert.Equal(Students, await RepairsAsync());
    }

    [Fact]
    public async Task A_student_who_cannot_be_audited_becomes_a_message_and_the_others_are_audited()
    {
        World = Process(inCall: Students, shares: 1);
        await ImportAsync(Students);
        var lost = await LoseFromTheAgendaAsync();
        var failed = false;
        Tables.BeforeCall = (what, table) =>
        {
            if (!failed && what == "get" && table == "Agenda")
            {
                failed = true;
                throw new InvalidOperationException("a rule failed");
            }
        };

        await AuditAsync();

        Assert.Equal(Students - 1, await RepairsAsync());
        var message = Assert.Single(Queues.Messages("plan-changes"));
        Assert.Equal("S100", Application.PlanDates.PlanChange.FromBody(message.Body).StudentId);
        await World.DrainAsync();
        Assert.NotNull(await World.UseCases.Agenda.FindAsync(OakHill.DistrictId, "S100", lost[0].Place, CancellationToken.None));
    }

    private FlowWorld Process(int inCall, int shares = 3) => new(
        Tables, Queues, Queues, Provider, Clock,
        agenda: new AgendaSettings { Shards = 2, AuditShares = shares, StudentsInAuditCall = inCall });

    private static async Task<long> CallsOfAuditAsync(int students, int inCall = 5)
    {
        var (clock, tables) = (new FakeClock(OakHill.At(2026, 10, 13, 7)), new InMemoryTables());
        var queues = new InMemoryQueues(clock);
        var world = new FlowWorld(tables, queues, queues, new FakeChannel(), clock, agenda: new() { StudentsInAuditCall = inCall, AuditShares = 1 });
        await world.ImportAsync(OakHill.District(), Files(students));
        await world.DrainAsync();
        await world.UseCases.AuditAgenda.RunAsync(CancellationToken.None);
        clock.Advance(Duration.FromDays(1));
        var before = tables.Calls;
        await world.UseCases.AuditAgenda.RunAsync(CancellationToken.None);
        return tables.Calls - before;
    }

    private Task AuditAsync() => World.UseCases.AuditAgenda.RunAsync(CancellationToken.None);

    private async Task ImportAsync(int students)
    {
        await World.ImportAsync(OakHill.District(), Files(students));
        await World.DrainAsync();
        // On the day of its first import a district is not audited.
        await AuditAsync();
        Clock.Advance(Duration.FromDays(1));
    }

    private static IEnumerable<Application.PlanDates.StudentFile> Files(int students) =>
        Enumerable.Range(100, students).Select(number => OakHill.Family(
            $"S{number}", $"P{number}", new PlanDate(Law.PlanDateKind.IepMeetingHeld, MeetingHeld)));

    /// <summary>One reminder of every student.</summary>
    private async Task<List<(string StudentId, AgendaPlace Place)>> LoseFromTheAgendaAsync()
    {
        var lost = new List<(string, AgendaPlace)>();
        for (var number = 100; number < 100 + Students; number++)
        {
            var schedule = await World.UseCases.Schedules.ReadAsync(OakHill.DistrictId, $"S{number}", CancellationToken.None);
            var place = schedule.Schedule.Agenda.Select(AgendaPlace.FromText).First(one => one.On > new LocalDate(2026, 11, 15));
            var row = await World.UseCases.Agenda.FindAsync(OakHill.DistrictId, $"S{number}", place, CancellationToken.None);
            Assert.True(await Tables.Open("Agenda").DeleteAsync(row!.PartitionKey, row.RowKey, null, CancellationToken.None));
            lost.Add(($"S{number}", place));
        }

        return lost;
    }

    private async Task<int> RepairsAsync() => (await EachEvidenceAsync()).Sum();

    /// <summary>How often each student was repaired who was.</summary>
    private async Task<IReadOnlyList<int>> EachEvidenceAsync()
    {
        var counts = new List<int>();
        for (var number = 100; number < 100 + Students; number++)
        {
            counts.Add((await World.EvidenceAsync($"S{number}")).Count(row => row.Kind == EvidenceKind.AgendaRepaired));
        }

        return [.. counts.Where(count => count > 0)];
    }
}
