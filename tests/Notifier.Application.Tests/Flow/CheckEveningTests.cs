using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.Problems;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>Whether the texts that wait for an evening fit through the sender, known by the afternoon.</summary>
public sealed class CheckEveningTests : FlowTest
{
    private static readonly Instant Five = OakHill.At(2026, 10, 14, 17);
    private static readonly Instant Eight = OakHill.At(2026, 10, 14, 20);

    [Fact]
    public async Task An_evening_that_is_too_full_is_a_problem_by_3_pm_and_until_the_next_day()
    {
        await WaitForEveningAsync(students: 4, perHour: 0.5m);
        Clock.MoveTo(OakHill.At(2026, 10, 14, 13, 50));
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        Assert.Empty(await ProblemsAsync(ProblemKind.EveningTooFull));

        Clock.MoveTo(OakHill.At(2026, 10, 14, 14, 50));
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);

        // At 17:00 and 19:00 one each has its turn.
        var problem = Assert.Single(await ProblemsAsync(ProblemKind.EveningTooFull));
        Assert.Equal(("2026-10-14", ""), (problem.Part, problem.StudentId));
        Assert.StartsWith("Of 4 texts (4 segments at most) that wait for the evening of 2026-10-14, 2 would", problem.What, StringComparison.Ordinal);

        Clock.MoveTo(OakHill.At(2026, 10, 15, 0, 50));
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        Assert.Empty(await ProblemsAsync(ProblemKind.EveningTooFull));
    }

    [Fact]
    public async Task An_evening_that_fits_is_none()
    {
        await WaitForEveningAsync(students: 4, perHour: 2);
        Clock.MoveTo(OakHill.At(2026, 10, 14, 14, 50));

        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);

        Assert.Empty(await ProblemsAsync(ProblemKind.EveningTooFull));
    }

    [Fact]
    public async Task Nor_while_it_goes_and_each_text_has_its_moment()
    {
        await WaitForEveningAsync(students: 4, perHour: 1.5m);
        Clock.MoveTo(Five);
        await World.DrainAsync();

        // 17:00, 17:40, 18:20 and 19:00 are given; the sender is free again at 19:40.
        Clock.MoveTo(OakHill.At(2026, 10, 14, 17, 50));
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);

        Assert.Empty(await ProblemsAsync(ProblemKind.EveningTooFull));
    }

    [Fact]
    public async Task What_does_not_wait_any_more_is_not_counted()
    {
        await WaitForEveningAsync(students: 4, perHour: 0.5m);
        var waiting = new WaitingTexts(Tables, World.UseCases.Notices);
        Assert.Equal(4, await CountAsync(waiting));

        // One goes out; the others are given later turns.
        Clock.MoveTo(Five);
        await World.DrainAsync();

        Assert.Equal(0, await CountAsync(waiting, OakHill.At(2026, 10, 14, 6)));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(6, 3)]
    public void Turns_follow_each_other_at_the_rate_and_one_at_the_closing_is_too_late(int texts, int tooLate) =>
        Assert.Equal(
            new EveningFit(texts, texts, tooLate),
            EveningFit.Of(Waiting(texts), new TextRate { SegmentsPerSecond = 1m / 3600 }, null, Five - Duration.FromHours(2), Eight));

    [Fact]
    public void What_exceeds_the_day_is_too_late()
    {
        // Midnight UTC is 19:00 here: three fit before it, and the next day's three after it.
        Assert.Equal(0, EveningFit.Of(Waiting(6), new TextRate { SegmentsPerSecond = 100, SegmentsPerDay = 3 }, null, Five, Eight).TooLate);
        Assert.Equal(2, EveningFit.Of(Waiting(8), new TextRate { SegmentsPerSecond = 100, SegmentsPerDay = 3 }, null, Five, Eight).TooLate);
    }

    [Fact]
    public void What_is_given_away_already_counts()
    {
        var given = new SenderPaceRow
        {
            PartitionKey = "p",
            RowKey = "r",
            FreeAt = Five + Duration.FromHours(1),
            Day = new LocalDate(2026, 10, 14),
            Used = 2,
        };

        // From 18:00 on one an hour: 18:00 and 19:00, and no third.
        Assert.Equal(1, EveningFit.Of(Waiting(3), new TextRate { SegmentsPerSecond = 1m / 3600 }, given, Five, Eight).TooLate);
        // Of three a day two are used; midnight UTC is 19:00 here.
        Assert.Equal(1, EveningFit.Of(Waiting(5), new TextRate { SegmentsPerSecond = 100, SegmentsPerDay = 3 }, given, Five, Eight).TooLate);
        Assert.Equal(0, EveningFit.Of(Waiting(4), new TextRate { SegmentsPerSecond = 100, SegmentsPerDay = 3 }, given, Five, Eight).TooLate);
    }

    private async Task WaitForEveningAsync(int students, decimal perHour)
    {
        World = new FlowWorld(Tables, Queues, Queues, Provider, Clock, textRate: new TextRate { SegmentsPerSecond = perHour / 3600 });
        var file = OakHill.District();
        file = file with
        {
            District = file.District with { Policies = file.District.Policies with { TextsFrom = new LocalTime(17, 0), TextsUntil = new LocalTime(20, 0) } },
        };
        await World.ImportAsync(file, [.. Enumerable.Range(1, students).Select(n =>
            OakHill.Family($"S{n}", $"P{n}", new PlanDate(Law.PlanDateKind.IepMeetingHeld, MeetingHeld)))]);
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
    }

    private static List<WaitingText> Waiting(int texts) =>
        [.. Enumerable.Range(0, texts).Select(n => new WaitingText(
            Row(n),
            NoticeRow.Plan(NoticeDue.OfDay("d", "s", "p", MeetingHeld), Mother, Channel.Sms, $"{n}")))];

    private static WaitingTextRow Row(int n) => new()
    {
        PartitionKey = "p",
        RowKey = $"{n}",
        NoticeId = $"{n}",
        DistrictId = "d",
        StudentId = "s",
        ReminderId = "r",
        Until = Five,
        Segments = 1,
    };

    private async Task<int> CountAsync(WaitingTexts waiting, Instant? from = null)
    {
        var count = 0;
        await foreach (var _ in waiting.ListAsync(OakHill.DistrictId, from ?? Clock.GetCurrentInstant(), Five + Duration.FromMinutes(1), CancellationToken.None))
        {
            count++;
        }

        return count;
    }
}
