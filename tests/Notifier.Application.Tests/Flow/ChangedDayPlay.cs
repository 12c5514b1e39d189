using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.Storage;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// A random play about two days: three changes with up to four versions each, posted in any order, some of them more than
/// once, with waits of hours between; and what each guardian must have heard in the end.
/// </summary>
internal sealed record ChangedDayPlay(int Seed, IReadOnlyList<ChangedDayPlay.Step> Steps)
{
    private const int Changes = 3;
    private const int Versions = 4;

    private static readonly LocalDate[] Days = [new(2026, 10, 15), new(2026, 10, 16)];

    public static Instant Begin { get; } = OakHill.At(2026, 10, 12, 7);

    /// <summary>Everything is posted before the first day's evening is over, so that everything is of use to everybody.</summary>
    public static Instant LastPost { get; } = OakHill.At(2026, 10, 14, 19);

    public static Instant End { get; } = OakHill.At(2026, 10, 16, 12);

    public static StudentFile Family { get; } =
        OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 9, 30))) with
        {
            Accommodations = [new Accommodation(OakHill.PlanId, ScheduleChange.Accommodation, "")],
        };

    public static Arbitrary<ChangedDayPlay> Any { get; } =
        Gen.Choose(0, int.MaxValue).SelectMany(seed => Gen.Choose(1, 14).SelectMany(length =>
            Gen.Choose(0, Changes - 1).SelectMany(change => Gen.Choose(1, Versions).SelectMany(version =>
                Gen.Choose(0, 7).Select(wait => new Step(change, version, wait))))
            .ListOf(length).Select(steps => new ChangedDayPlay(seed, [.. steps])))).ToArbitrary();

    /// <summary>What a version says follows from the seed, so that a repeated one says the same.</summary>
    public ScheduleChange ChangeOf(Step step)
    {
        int Pick(int of, string what) => StableId.Shard($"{Seed}|{step.Change}|{step.Version}|{what}", of);
        return new ScheduleChange
        {
            ChangeId = $"change-{step.Change}",
            Version = step.Version,
            DistrictId = OakHill.DistrictId,
            Grades = Pick(5, "grade") == 0 ? ["05"] : Pick(2, "all") == 0 ? [] : ["04"],
            Date = Days[Pick(4, "day") == 0 ? 1 : 0],
            Kind = ScheduleChangeKind.Other,
            Withdrawn = Pick(4, "withdrawn") == 0,
            Summary = new Dictionary<string, string> { ["en"] = WordsOf(step.Change, step.Version) + ".", ["es"] = WordsOf(step.Change, step.Version) + "." },
            PostedAt = Begin + Duration.FromMinutes(step.Version),
        };
    }

    /// <summary>Fails where a guardian's last word is not the truth, or one came too many.</summary>
    /// <param name="world">After the play.</param>
    /// <param name="provider">What really went out.</param>
    /// <param name="postedAt">The moment of each step, in order.</param>
    /// <param name="broken">What broke meanwhile, for the message.</param>
    public async Task JudgeAsync(FlowWorld world, FakeChannel provider, IReadOnlyList<Instant> postedAt, string broken = "")
    {
        var rows = (await world.NoticesAsync()).Where(row => row.Turn > 0).ToDictionary(row => row.NoticeId);
        foreach (var contact in new[] { OakHill.Mother(OakHill.StudentId), OakHill.Father(OakHill.StudentId) })
        {
            foreach (var day in Days)
            {
                var heard = provider.Messages
                    .Where(message => rows.TryGetValue(message.NoticeId, out var row) && row.RecipientId == contact.ContactId && row.DueOn == day)
                    .Select(message => message.Content.Text.Replace(PlainTemplates.First, "", StringComparison.Ordinal)).ToList();
                Judge($"{contact.ContactId}, {day}", Truth(day), heard, LatePosts(day, postedAt), broken);
            }
        }
    }

    public override string ToString() =>
        $"seed {Seed}: {string.Join(" ", Steps.Select(step => $"{step.Change}v{step.Version}+{step.Wait}"))}";

    private void Judge(string whose, List<string> truth, List<string> heard, int latePosts, string broken)
    {
        var last = heard.Count == 0 ? [] : Enumerable.Range(0, Changes).SelectMany(change =>
            Enumerable.Range(1, Versions).Select(version => WordsOf(change, version)).Where(heard[^1].Contains)).Order().ToList();
        Assert.True(truth.SequenceEqual(last), $"{whose}: truth [{string.Join(", ", truth)}], last word [{string.Join(", ", last)}]; {this}; {broken}");
        var distinct = Steps.Select(step => (step.Change, step.Version)).Distinct().Count();
        Assert.True(heard.Count <= distinct, $"{whose}: {heard.Count} messages of {distinct} versions; {this}; {broken}");
        Assert.True(heard.Zip(heard.Skip(1)).All(pair => pair.First != pair.Second), $"{whose}: said twice in a row; {this}; {broken}");
        // Whatever is posted before the evening is one word in the evening; each post after it makes one more at most.
        Assert.True(heard.Count <= 1 + latePosts, $"{whose}: {heard.Count} messages, {latePosts} posts after the evening began; {this}; {broken}");
        Assert.True(latePosts > 0 || heard.Count == (truth.Count > 0 ? 1 : 0), $"{whose}: {heard.Count} messages for {truth.Count} changes; {this}; {broken}");
    }

    private List<string> Truth(LocalDate day) =>
        [.. Steps.Select(ChangeOf).GroupBy(one => one.ChangeId)
            .Select(versions => versions.MaxBy(one => one.Version)!)
            .Where(one => !one.Withdrawn && one.Date == day && one.Grades is [] or ["04"])
            .Select(one => one.Summary["en"].TrimEnd('.'))
            .Order()];

    private static int LatePosts(LocalDate day, IReadOnlyList<Instant> postedAt) =>
        postedAt.Count(at => at >= OakHill.Zone.AtStrictly(day.PlusDays(-1) + new LocalTime(18, 0)).ToInstant());

    private static string WordsOf(int change, int version) => $"Change {change} says {version}";

    internal sealed record Step(int Change, int Version, int Wait);
}
