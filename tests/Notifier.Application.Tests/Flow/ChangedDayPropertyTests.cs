using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Notifier.Application.Storage;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// Random interleavings of changes, versions, withdrawals, repeats and sending: however they fall, the last word a family
/// got is the truth, and nobody got more than one for each change and version.
/// </summary>
public sealed class ChangedDayPropertyTests
{
    private const int Changes = 3;
    private const int Versions = 4;
    private const int Cases = 120;

    private static readonly LocalDate[] Days = [new(2026, 10, 15), new(2026, 10, 16)];
    private static readonly Instant Begin = OakHill.At(2026, 10, 12, 7);

    // Everything is posted before the first day's evening is over, so that everything is of use to everybody.
    private static readonly Instant LastPost = OakHill.At(2026, 10, 14, 19);

    [Fact]
    public void The_last_word_is_the_truth_and_nobody_gets_more_than_one_for_each_change_and_version()
    {
        var step = Gen.Choose(0, Changes - 1).SelectMany(change => Gen.Choose(1, Versions).SelectMany(version =>
            Gen.Choose(0, 7).Select(wait => new Step(change, version, wait))));
        var play = Gen.Choose(0, int.MaxValue).SelectMany(seed => Gen.Choose(1, 14).SelectMany(length =>
            step.ListOf(length).Select(steps => new Play(seed, [.. steps]))));

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases),
            Prop.ForAll(play.ToArbitrary(), given => RunAsync(given).GetAwaiter().GetResult()));
    }

    private static async Task RunAsync(Play play)
    {
        var clock = new FakeClock(Begin);
        var queues = new InMemoryQueues(clock);
        var provider = new FakeChannel();
        var tables = new InMemoryTables();
        var world = new FlowWorld(tables, queues, queues, provider, clock);
        await world.ImportAsync(
            OakHill.District(),
            OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 9, 30))) with
            {
                Accommodations = [new Accommodation(OakHill.PlanId, ScheduleChange.Accommodation, "")],
            });
        var posted = new List<ScheduleChange>();
        foreach (var step in play.Steps)
        {
            var change = ChangeOf(play.Seed, step.Change, step.Version);
            posted.Add(change);
            await world.AnnounceAsync(change);
            if (step.Wait > 0)
            {
                await world.RunUntilAsync(Instant.Min(LastPost, clock.GetCurrentInstant() + Duration.FromHours(3 * (step.Wait - 1))));
            }
        }

        await world.RunUntilAsync(OakHill.At(2026, 10, 16, 12));
        var rows = (await world.NoticesAsync()).Where(row => row.Turn > 0).ToDictionary(row => row.NoticeId);
        foreach (var contact in new[] { OakHill.Mother(OakHill.StudentId), OakHill.Father(OakHill.StudentId) })
        {
            foreach (var day in Days)
            {
                var heard = provider.Messages
                    .Where(message => rows.TryGetValue(message.NoticeId, out var row) && row.RecipientId == contact.ContactId && row.DueOn == day)
                    .Select(message => message.Content.Text.Replace(PlainTemplates.First, "", StringComparison.Ordinal)).ToList();
                Judge(play, contact.ContactId, day, Truth(posted, day), heard);
            }
        }
    }

    private static void Judge(Play play, string contact, LocalDate day, List<string> truth, List<string> heard)
    {
        var last = heard.Count == 0 ? [] : Enumerable.Range(0, Changes).SelectMany(change =>
            Enumerable.Range(1, Versions).Select(version => WordsOf(change, version)).Where(heard[^1].Contains)).Order().ToList();
        Assert.True(truth.SequenceEqual(last), $"{contact}, {day}: truth [{string.Join(", ", truth)}], last word [{string.Join(", ", last)}]; {play}");
        var distinct = play.Steps.Select(step => (step.Change, step.Version)).Distinct().Count();
        Assert.True(heard.Count <= distinct, $"{contact}, {day}: {heard.Count} messages of {distinct} versions; {play}");
        Assert.True(heard.Zip(heard.Skip(1)).All(pair => pair.First != pair.Second), $"{contact}, {day}: said twice in a row; {play}");
    }

    private static List<string> Truth(List<ScheduleChange> posted, LocalDate day) =>
        [.. posted.GroupBy(one => one.ChangeId)
            .Select(versions => versions.MaxBy(one => one.Version)!)
            .Where(one => !one.Withdrawn && one.Date == day && one.Grades is [] or ["04"])
            .Select(one => one.Summary["en"].TrimEnd('.'))
            .Order()];

    // What a version says follows from the seed, so that a repeated one says the same.
    private static ScheduleChange ChangeOf(int seed, int change, int version)
    {
        int Pick(int of, string what) => StableId.Shard($"{seed}|{change}|{version}|{what}", of);
        return new ScheduleChange
        {
            ChangeId = $"change-{change}",
            Version = version,
            DistrictId = OakHill.DistrictId,
            Grades = Pick(5, "grade") == 0 ? ["05"] : Pick(2, "all") == 0 ? [] : ["04"],
            Date = Days[Pick(4, "day") == 0 ? 1 : 0],
            Kind = ScheduleChangeKind.Other,
            Withdrawn = Pick(4, "withdrawn") == 0,
            Summary = new Dictionary<string, string> { ["en"] = WordsOf(change, version) + ".", ["es"] = WordsOf(change, version) + "." },
            PostedAt = Begin + Duration.FromMinutes(version),
        };
    }

    private static string WordsOf(int change, int version) => $"Change {change} says {version}";

    private sealed record Step(int Change, int Version, int Wait);

    private sealed record Play(int Seed, IReadOnlyList<Step> Steps)
    {
        public override string ToString() =>
            $"seed {Seed}: {string.Join(" ", Steps.Select(step => $"{step.Change}v{step.Version}+{step.Wait}"))}";
    }
}
