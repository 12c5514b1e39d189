using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Queues;
using Notifier.Application.ScheduleChanges;
using Notifier.Cli.Sample;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Cli.Demo;

/// <summary>What the school office announces on the demo's day, and what it might announce next.</summary>
public sealed class DemoChange(District district, DemoFolder folder)
{
    private static readonly LocalDate Tomorrow = SampleCalendar.AsOf.PlusDays(1);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>When the office posts it, on the district's clock.</summary>
    public static LocalTime PostedAt { get; } = new(13, 0);

    /// <summary>The file of the change that is announced.</summary>
    public string File => Path.Combine(folder.Root, "early-release.json");

    /// <summary>The file of one that is not, to try the preview with.</summary>
    public string NextFile => Path.Combine(folder.Root, "practice-tests.json");

    /// <summary>Tomorrow the whole district goes home early.</summary>
    public ScheduleChange Announced => new()
    {
        ChangeId = $"{LocalDatePattern.Iso.Format(Tomorrow)}-early-release",
        Version = 1,
        DistrictId = district.DistrictId,
        Date = Tomorrow,
        Kind = ScheduleChangeKind.EarlyRelease,
        StartsAt = new LocalTime(13, 0),
        Summary = new Dictionary<string, string>
        {
            ["en"] = "School ends at 1:00 p.m. Lunch is served. Buses leave at 1:10 p.m.",
            ["es"] = "Las clases terminan a la 1:00 p.m. Se sirve el almuerzo. Los autobuses salen a la 1:10 p.m.",
        },
        PostedAt = MomentOf(PostedAt),
    };

    // Not in the family's language: then the kind of change is said in it, and the school is quoted.
    private ScheduleChange Next => Announced with
    {
        ChangeId = $"{LocalDatePattern.Iso.Format(Tomorrow.PlusDays(1))}-practice-tests",
        Grades = ["04", "05"],
        Date = Tomorrow.PlusDays(1),
        Kind = ScheduleChangeKind.Testing,
        StartsAt = null,
        Summary = new Dictionary<string, string> { ["en"] = "Practice testing all morning; lunch at 12:30." },
    };

    /// <summary>Writes both files, and puts the first on its queue for the moment at which the office posts it.</summary>
    public Task PostAsync(IQueueSender queue, CancellationToken stop)
    {
        Write(File, Announced);
        Write(NextFile, Next);
        var message = new QueueMessage
        {
            MessageId = $"announced-{Announced.ChangeId}",
            Body = ScheduleChangeText.Write(Announced),
            NotBefore = Announced.PostedAt,
        };
        return queue.SendAsync(QueueNames.ScheduleChanges, [message], stop);
    }

    private static void Write(string path, ScheduleChange change)
    {
        using var json = JsonDocument.Parse(ScheduleChangeText.Write(change));
        System.IO.File.WriteAllText(path, JsonSerializer.Serialize(json.RootElement, Indented) + "\n");
    }

    private Instant MomentOf(LocalTime time) => SampleCalendar.AsOf.At(time).InZoneLeniently(district.TimeZone).ToInstant();
}
