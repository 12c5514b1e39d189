using NodaTime;
using Notifier.Application.Evidence;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Cli.Tests.AzureHome;

/// <summary>
/// One family's winter, through the function classes: on Azurite and a stand-in for Service Bus, and on SQLite. A plan
/// comes in, people are reminded, a meeting is scheduled and held, a storm closes the school, the next year's clock starts.
/// </summary>
public sealed class SameEvidenceTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_azure_home_leaves_the_same_evidence_as_the_one_machine_home()
    {
        FakeChannel inAzure = new(), onSqlite = new();
        var clock = Clock();
        await using var azure = await StoryHome.InAzureAsync(clock, inAzure);
        await LiveAsync(azure);
        await using var sqlite = StoryHome.OnSqlite(folder.File("data"), clock = Clock(), onSqlite);
        await LiveAsync(sqlite);

        var expected = await sqlite.EvidenceAsync();
        var evidence = await azure.EvidenceAsync();

        // The story is not empty: a due date moved, and notices went out to the family and to the staff.
        Assert.Contains(expected, row => row.Kind == EvidenceKind.DueDateMoved);
        Assert.True(onSqlite.Messages.Count >= 8, $"only {onSqlite.Messages.Count} notices");
        Assert.Equal(expected.Select(Told), evidence.Select(Told));
        // Each hash covers what came before it.
        Assert.Equal(expected[^1].Hash, evidence[^1].Hash);
        Assert.Equal(
            onSqlite.Messages.Select(one => (one.AttemptId, one.Address, one.Content.Text)),
            inAzure.Messages.Select(one => (one.AttemptId, one.Address, one.Content.Text)));
        Assert.True((await azure.UseCases.VerifyEvidence.RunAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None)).IsWhole);
    }

    private static FakeClock Clock() => new(OakHill.At(2025, 12, 8, 0));

    private static async Task LiveAsync(StoryHome home)
    {
        var lastMeeting = new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2025, 2, 10));
        await home.ImportAsync(OakHill.District(), OakHill.Family(lastMeeting));
        await home.RunUntilAsync(OakHill.At(2026, 1, 12, 0));
        var planned = new PlanDate(PlanDateKind.MeetingScheduled, new LocalDate(2026, 2, 6), "15:30; Room 12; inPerson");
        await home.ImportAsync(OakHill.District(), OakHill.Family(lastMeeting, planned));
        await home.RunUntilAsync(OakHill.At(2026, 1, 20, 0));
        var storm = OakHill.Entry(Calendars.CalendarEntryKind.Closure, new LocalDate(2026, 1, 21), new LocalDate(2026, 1, 22), "Ice storm");
        await home.ImportAsync(OakHill.District(storm), OakHill.Family(lastMeeting, planned));
        await home.RunUntilAsync(OakHill.At(2026, 2, 7, 0));
        var held = new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 2, 6));
        await home.ImportAsync(OakHill.District(storm), OakHill.Family(lastMeeting, planned, held));
        await home.RunUntilAsync(OakHill.At(2026, 2, 10, 0));
    }

    private static string Told(EvidenceRow row) =>
        $"{row.Sequence} {row.At} {row.Kind} {row.PlanId} {row.NoticeId} {row.AttemptId} {row.Detail}";
}
