using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Testing.Flow;

/// <summary>
/// A school year of schedule changes in a district of ten schools and two time zones, by the use cases that run in
/// earnest, with a clock that moves: announcements, corrections, withdrawals, snow nights, and the evenings.
/// </summary>
public sealed class YearOfChanges
{
    /// <summary>Of a hundred plans so many promise the family the next day's schedule.</summary>
    public const int PromisedOfHundred = 12;

    private const int Schools = 10;
    private const int Grades = 6;

    private static readonly DateTimeZone Denver = DateTimeZoneProviders.Tzdb["America/Denver"];
    private static readonly LocalDate First = new(2026, 8, 24);
    private static readonly LocalDate Last = new(2027, 5, 21);

    private readonly int plans;
    private readonly int changes;
    private readonly FakeClock clock = new(OakHill.At(2026, 8, 20, 12));
    private readonly FakeChannel provider = new();
    private readonly InMemoryTables tables = new();
    private readonly InMemoryQueues queues;
    private readonly FlowWorld world;
    private readonly List<StudentFile> promised;
    private readonly DistrictFile district;
    private ILookup<string, OutgoingMessage>? byNotice;

    /// <param name="plans">In the district, one a student.</param>
    /// <param name="changes">In the year, not counting their later versions.</param>
    public YearOfChanges(int plans, int changes)
    {
        (this.plans, this.changes) = (plans, changes);
        queues = new InMemoryQueues(clock);
        // 75 segments a second is a vetted sender; 10 make an evening of a whole district last.
        world = new FlowWorld(tables, queues, queues, provider, clock, textRate: new TextRate { SegmentsPerSecond = 10 });
        district = OakHill.District() with
        {
            Schools = [.. Enumerable.Range(0, Schools).Select(n => new School { SchoolId = $"E{n}", Name = $"School {n}" })],
        };
        promised = [.. Enumerable.Range(0, plans).Where(IsPromised).Select(Student)];
    }

    public async Task<YearOfChangesResult> PlayAsync()
    {
        await world.ImportAsync(district, Enumerable.Range(0, plans).Select(Student));
        await world.DrainAsync();
        var posts = Posts().OrderBy(one => one.PostedAt).ToList();
        foreach (var post in posts)
        {
            await PassEveningsUntilAsync(post.PostedAt);
            await world.AnnounceAsync(post);
            await world.DrainAsync();
        }

        await PassEveningsUntilAsync(OakHill.Zone.AtStartOfDay(Last.PlusDays(2)).ToInstant());
        return await JudgeAsync(posts);
    }

    // From one moment for which something waits to the next, a minute later at least.
    private async Task PassEveningsUntilAsync(Instant end)
    {
        while (clock.GetCurrentInstant() is var now && now < end)
        {
            await world.DrainAsync();
            var next = queues.Messages(QueueNames.NoticesDue).Select(message => message.NotBefore ?? now).DefaultIfEmpty(end).Min();
            clock.MoveTo(Instant.Min(end, Instant.Max(next, now + Duration.FromMinutes(1))));
        }

        await world.DrainAsync();
    }

    private async Task<YearOfChangesResult> JudgeAsync(List<ScheduleChange> posts)
    {
        var newest = posts.GroupBy(one => one.ChangeId).Select(ScheduleChange.Newest).ToList();
        var (owed, inWindow, texts, wrong, outside) = (0, 0, 0, new List<string>(), 0);
        foreach (var file in promised)
        {
            var rows = (await world.NoticesAsync(file.Student.StudentId)).Where(row => row.Turn > 0).ToDictionary(row => row.NoticeId);
            var heard = HeardOf(rows);
            texts += heard.Count;
            outside += heard.Count(message => message.At.TimeOfDay < new LocalTime(8, 0) || message.At.TimeOfDay >= new LocalTime(20, 0));
            foreach (var contact in file.Contacts)
            {
                foreach (var day in posts.Select(one => one.Date).Distinct())
                {
                    var truth = newest.Where(one => one.Date == day && !one.Withdrawn && one.Concerns(file.Student, isPromised: true)).ToList();
                    var said = heard.Where(message => rows[message.NoticeId] is var row && row.RecipientId == contact.ContactId && row.DueOn == day)
                        .OrderBy(message => message.At.ToInstant()).ToList();
                    if (!IsTruth(truth, said))
                    {
                        wrong.Add($"{contact.ContactId} of {day}: {said.Count} texts, {truth.Count} changes");
                    }

                    // Announced in time: everything that stands was posted before the evening hour.
                    var zone = contact.TimeZone ?? OakHill.Zone;
                    var six = zone.AtStrictly(day.PlusDays(-1) + new LocalTime(18, 0)).ToInstant();
                    if (truth.Count > 0 && truth.TrueForAll(one => one.PostedAt < six))
                    {
                        owed++;
                        inWindow += said.Count > 0 && said[^1].At.ToInstant() is var at && at >= six && at < six + Duration.FromHours(2) ? 1 : 0;
                    }
                }
            }
        }

        return new(promised.Count, posts.Count, texts, owed, inWindow, outside, wrong);
    }

    private List<OutgoingMessage> HeardOf(Dictionary<string, NoticeRow> rows)
    {
        byNotice ??= provider.Messages.ToLookup(message => message.NoticeId);
        return [.. rows.Keys.SelectMany(id => byNotice[id])];
    }

    private static bool IsTruth(List<ScheduleChange> truth, List<OutgoingMessage> said) => truth.Count == 0
        ? said.Count == 0 || said[^1].Content.Text.Contains("changed-day-normal", StringComparison.Ordinal)
        : said.Count > 0 && truth.TrueForAll(one => said[^1].Content.Text.Contains(one.Summary["en"], StringComparison.Ordinal));

    private IEnumerable<ScheduleChange> Posts()
    {
        for (var number = 0; number < changes; number++)
        {
            var day = SchoolDay(Pick(number, "day", Period.DaysBetween(First, Last)));
            var isSnow = Pick(number, "snow", 20) == 0;
            var eve = day.PlusDays(-1);
            // Snow at 19:40; everything else some days before, or at noon of the day before.
            var postedAt = isSnow ? eve + new LocalTime(19, 40) : eve.PlusDays(-Pick(number, "ahead", 6)) + new LocalTime(12, Pick(number, "minute", 60));
            var change = new ScheduleChange
            {
                ChangeId = $"change-{number:D3}",
                Version = 1,
                DistrictId = OakHill.DistrictId,
                SchoolIds = isSnow || Pick(number, "reach", 10) < 2 ? [] : [$"E{Pick(number, "school", Schools)}"],
                Grades = !isSnow && Pick(number, "reach", 10) > 6 ? [$"0{Pick(number, "grade", Grades)}"] : [],
                Date = day,
                Kind = isSnow ? ScheduleChangeKind.Closure : ScheduleChangeKind.Testing,
                Summary = new Dictionary<string, string> { ["en"] = $"Change {number:D3} says 1.", ["es"] = $"Change {number:D3} says 1." },
                PostedAt = OakHill.Zone.AtStrictly(postedAt).ToInstant(),
            };
            yield return change;
            // A correction, or an end of it: before the evening, or when it was told already.
            var again = Pick(number, "again", 6);
            if (again <= 1)
            {
                var later = isSnow ? Duration.FromMinutes(10) : Duration.FromMinutes(Pick(number, "later", 2) == 0 ? 120 : 390);
                yield return change with
                {
                    Version = 2,
                    Withdrawn = again == 1,
                    Summary = new Dictionary<string, string> { ["en"] = $"Change {number:D3} says 2.", ["es"] = $"Change {number:D3} says 2." },
                    PostedAt = change.PostedAt + later,
                };
            }
        }
    }

    private static LocalDate SchoolDay(int after)
    {
        var day = First.PlusDays(after);
        return day.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => day.PlusDays(2),
            IsoDayOfWeek.Sunday => day.PlusDays(1),
            _ => day,
        };
    }

    private static int Pick(int number, string what, int of) => StableId.Shard($"{number}|{what}", of);

    private static bool IsPromised(int number) => Pick(number, "promised", 100) < PromisedOfHundred;

    private static StudentFile Student(int number)
    {
        // Nothing is due to anybody but the word the evening before.
        var file = OakHill.Family(
            $"S{number:D5}", $"P{number:D5}",
            new PlanDate(PlanDateKind.EvaluationCompleted, new LocalDate(2026, 8, 17)), new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 8, 17)));
        var student = file.Student with { SchoolId = $"E{Pick(number, "at", Schools)}", Grade = $"0{Pick(number, "in", Grades)}" };
        // Two in three have a second household; every seventh mother lives an hour behind. Each number is its own.
        var mother = file.Contacts[0] with { Phone = $"+1512{number + 2_000_000:D7}", Email = "", TimeZone = number % 7 == 0 ? Denver : null };
        var father = file.Contacts[1] with
        {
            Phone = $"+1512{number + 4_000_000:D7}",
            Email = "",
            Channels = [Channel.Sms],
            TextConsentOn = new LocalDate(2025, 8, 1),
        };
        return file with
        {
            Student = student,
            Plans = [.. file.Plans.Select(plan => plan with { Student = student, Plan = plan.Plan with { Kind = PlanKind.Section504 } })],
            Contacts = number % 3 == 0 ? [mother] : [mother, father],
            Accommodations = IsPromised(number) ? [new Accommodation($"P{number:D5}", ScheduleChange.Accommodation, "")] : [],
        };
    }
}
