using NodaTime;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>A school year of one family, hour by hour: from a meeting planned to a meeting held, and on to the next year.</summary>
public sealed class SchoolYearStoryTests
{
    private readonly FakeClock clock = new(OakHill.At(2025, 9, 1, 5));
    private readonly FakeChannel channel = new();
    private readonly FlowWorld world;

    public SchoolYearStoryTests()
    {
        var queues = new InMemoryQueues(clock);
        world = new FlowWorld(new InMemoryTables(), queues, queues, channel, clock);
    }

    [Fact]
    public async Task A_year_ends_in_the_evidence_it_should()
    {
        var lastMeeting = new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2025, 2, 10));
        await world.ImportAsync(OakHill.District(), OakHill.Family(lastMeeting));
        await RunUntilAsync(2026, 1, 12);
        // January: the meeting is planned for the 6th of February, and the family is invited.
        var planned = new PlanDate(PlanDateKind.MeetingScheduled, new LocalDate(2026, 2, 6), "15:30; Room 12; inPerson");
        await world.ImportAsync(OakHill.District(), OakHill.Family(lastMeeting, planned));
        await RunUntilAsync(2026, 1, 20);
        // A storm closes the school; the annual review is counted in calendar days and stays where it is.
        var storm = OakHill.Entry(Calendars.CalendarEntryKind.Closure, new LocalDate(2026, 1, 21), new LocalDate(2026, 1, 22), "Ice storm");
        await world.ImportAsync(OakHill.District(storm), OakHill.Family(lastMeeting, planned));
        await RunUntilAsync(2026, 2, 7);
        // The meeting took place; the year begins anew.
        var held = new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 2, 6));
        await world.ImportAsync(OakHill.District(storm), OakHill.Family(lastMeeting, planned, held));
        await RunUntilAsync(2026, 6, 1);

        var notices = await world.NoticesAsync();
        var annual = notices.Where(row => row.Obligation.Value == "annual-review").ToList();
        // Due Tue 2026-02-10: the family a month before, the case manager on the rungs up to a week before; then it was met.
        Assert.Equal(
            [
                "caseManager-60 T1 Email Delivered", "caseManager-30 T1 Email Delivered", "family-30 S1-C2 Email Delivered",
                "family-30 S1-C1 Sms Delivered", "caseManager-14 T1 Email Delivered", "caseManager-7 T1 Email Delivered",
                "supervisor-7 T2 Email Delivered",
            ],
            annual.OrderBy(row => row.AttemptedAt).ThenBy(row => row.StepId).ThenBy(row => row.RecipientId)
                .Where(row => row.DueOn == new LocalDate(2026, 2, 10))
                .Select(row => $"{row.StepId} {row.RecipientId} {row.Channel} {row.State}"));
        Assert.Equal(
            ["2025-12-12", "2026-01-09", "2026-01-09", "2026-01-09", "2026-01-27", "2026-02-03", "2026-02-03"],
            annual.Where(row => row.DueOn == new LocalDate(2026, 2, 10)).OrderBy(row => row.AttemptedAt)
                .Select(row => row.AttemptedAt!.Value.InZone(OakHill.Zone).Date.ToString("uuuu-MM-dd", null)));

        // Of the meeting itself both parents heard, the mother by text in Spanish inside the allowed hours.
        var meeting = notices.Where(row => row.Obligation.Value == "meeting-notice" && row.State == NoticeState.Delivered).ToList();
        Assert.Contains(meeting, row => row.RecipientId == "S1-C1" && row.Channel == Channel.Sms && row.Language == "es");
        Assert.Contains(meeting, row => row.RecipientId == "S1-C2" && row.Channel == Channel.Email && row.Language == "en");
        Assert.All(channel.Messages.Where(message => message.Channel == Channel.Sms), message =>
            Assert.InRange(message.At.TimeOfDay, new LocalTime(8, 0), new LocalTime(19, 59, 59)));

        // The evidence tells of the new year's clock and of nothing that did not move.
        var evidence = await world.EvidenceAsync();
        var moved = Assert.Single(evidence, row =>
            row.Kind == EvidenceKind.DueDateMoved && EvidenceDetail.Find(row.Detail, "obligation") == "annual-review");
        Assert.Equal(("2026-02-10", "2027-02-06"), (EvidenceDetail.Find(moved.Detail, "old"), EvidenceDetail.Find(moved.Detail, "new")));

        // Everything that was planned has an end, nobody was told twice, and the chain is whole.
        Assert.All(notices, row => Assert.True(NoticeStates.IsClosed(row.State), $"{row.StepId} is {row.State}"));
        Assert.All(
            channel.Messages.GroupBy(message => (message.NoticeId, message.Address)), group => Assert.Single(group));
        Assert.True((await world.UseCases.VerifyEvidence.RunAsync(
            OakHill.DistrictId, OakHill.StudentId, CancellationToken.None)).IsWhole);
    }

    private Task RunUntilAsync(int year, int month, int day) =>
        world.RunUntilAsync(OakHill.At(year, month, day, 5), Duration.FromHours(3));
}
