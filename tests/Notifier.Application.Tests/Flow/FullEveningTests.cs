using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// A change for everybody, told from six in the evening on at the sender's pace: over before the evening is, or known in
/// the afternoon not to be.
/// </summary>
public sealed class FullEveningTests : FlowTest
{
    private const int Families = 20_000;

    private static readonly Instant Six = OakHill.At(2026, 10, 14, 18);
    private static readonly Instant Eight = OakHill.At(2026, 10, 14, 20);

    /// <summary>Segments of each text, segments a second of the sender, and how many of 20,000 families have no turn before eight.</summary>
    public static TheoryData<int, int, int> Paces => new()
    {
        // 40,000 segments: 7,200 seconds at 5.6 a second are 40,320.
        { 2, 75, 0 },
        { 2, 6, 0 },
        { 2, 5, 2_000 },
        { 1, 3, 0 },
        // A toll-free number as it comes, and a local number that is not vetted.
        { 2, 3, 9_199 },
        { 2, 1, 16_400 },
    };

    [Theory]
    [MemberData(nameof(Paces))]
    public async Task Turns_of_a_whole_district_begin_at_six_follow_the_pace_and_are_foretold_exactly(int segments, int perSecond, int tooLate)
    {
        var rate = new TextRate { SegmentsPerSecond = perSecond };
        var pace = new TextPace(new InMemoryTables(), rate);
        var text = new string('a', segments == 1 ? 100 : 300);

        var turns = new List<Instant>();
        for (var family = 0; family < Families; family++)
        {
            turns.Add(await pace.MomentAsync(text, Six, CancellationToken.None));
        }

        Assert.Equal(Six, turns[0]);
        Assert.True(turns.Zip(turns.Skip(1)).All(pair => pair.First <= pair.Second), "A later text has an earlier turn.");
        Assert.Equal(tooLate, turns.Count(turn => turn >= Eight));
        // A minute never holds more than the sender may send in it, but for the two seconds that are now.
        var most = turns.GroupBy(turn => (turn - Six).TotalMinutes < 0 ? 0 : (int)(turn - Six).TotalMinutes).Max(minute => minute.Count());
        Assert.InRange(most * segments, 1, (60 + 2) * perSecond + segments);

        var foretold = EveningFit.Of([.. Enumerable.Range(0, Families).Select(n => Waiting(n, segments))], rate, given: null, Six - Duration.FromHours(3), Eight);
        Assert.Equal(new EveningFit(Families, Families * segments, tooLate), foretold);
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(90, true)]
    public async Task Everybody_is_told_before_eight_and_what_does_not_fit_is_known_by_three(int families, bool isTooFull)
    {
        // 72 texts of one segment between six and eight.
        World = new FlowWorld(Tables, Queues, Queues, Provider, Clock, textRate: new TextRate { SegmentsPerSecond = 0.01m });
        await World.ImportAsync(OakHill.District(), Enumerable.Range(1, families).Select(n => Mothers($"S{n}", $"P{n}")));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
        var before = Provider.Messages.Count;
        await World.AnnounceAsync(GivenChange.EarlyRelease(new LocalDate(2026, 10, 15), Clock.GetCurrentInstant()));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 14, 50));
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        Assert.Equal(isTooFull ? 1 : 0, (await ProblemsAsync(ProblemKind.EveningTooFull)).Count);

        await World.RunUntilAsync(Six);
        while (Clock.GetCurrentInstant() < Eight - Duration.FromSeconds(20))
        {
            await World.DrainAsync();
            Clock.Advance(Duration.FromSeconds(20));
        }

        await World.DrainAsync();
        var told = Provider.Messages.Skip(before).Where(message => message.Why.Contains("-early version", StringComparison.Ordinal)).ToList();
        Assert.Equal(families, told.Select(message => message.NoticeId).Distinct().Count());
        Assert.Equal(families, told.Count);
        var texts = told.Where(message => message.Channel == Channel.Sms).Select(message => message.At.ToInstant()).Order().ToList();
        Assert.All(texts, at => Assert.True(at >= Six && at < Eight));
        Assert.True(texts.Zip(texts.Skip(1)).All(pair => pair.Second - pair.First >= Duration.FromSeconds(80)), "Faster than the sender may.");
        Assert.Equal(isTooFull, told.Exists(message => message.Channel == Channel.Email));
        if (!isTooFull)
        {
            Assert.Equal(families, texts.Count);
        }
    }

    private static StudentFile Mothers(string studentId, string planId)
    {
        var file = OakHill.Family(studentId, planId, new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 9, 30)));
        return file with
        {
            Contacts = [file.Contacts[0]],
            Accommodations = [new Accommodation(planId, ScheduleChange.Accommodation, "")],
        };
    }

    private static WaitingText Waiting(int number, int segments) => new(
        new WaitingTextRow
        {
            PartitionKey = "p",
            RowKey = $"{number}",
            NoticeId = $"{number:D6}",
            DistrictId = OakHill.DistrictId,
            StudentId = $"S{number}",
            ReminderId = "r",
            Until = Six,
            Segments = segments,
        },
        NoticeRow.Plan(NoticeDue.OfDay(OakHill.DistrictId, $"S{number}", "", new LocalDate(2026, 10, 15)), "C1", Channel.Sms, $"{number:D6}"));
}
