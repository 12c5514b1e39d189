using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Delivery;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Application.Runs;
using Notifier.Cli.Scheduling;
using Notifier.Functions.Settings;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Reminders;
using Notifier.Testing;
using Notifier.Testing.Flow;
using Notifier.Testing.Providers;

namespace Notifier.Benchmarks.Providers;

/// <summary>
/// Emails and texts from the store's queue through both providers' fakes, which run as a process of their own and take
/// 150 ms over each, with as many at once as the one-machine home has. Wanted: 100,000 emails and 40,000 texts in under 10
/// minutes each, and memory that does not grow with what was sent.
/// </summary>
internal static class ProviderLoad
{
    private static readonly int AtOnce = new SchedulerSettings().Concurrency;

    public static int Run(string[] args) => RunAsync(
        args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000,
        args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 40_000).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(int emails, int texts)
    {
        using var folder = new TempFolder();
        await using var fakes = await FakesProcess.StartAsync();
        var clock = new FakeClock(OakHill.At(2026, 10, 14, 9));
        await using var store = SqliteStore.Open(folder.File("data"), clock);
        using var key = new FakeSendGrid(clock);
        var settings = FakeAccounts.Settings(key, fakes.Twilio, fakes.SendGrid)
            .Append(new("Notifier:Web:PublicUrl", FakeAccounts.PublicUrl.AbsoluteUri));
        var providers = ProviderOptions.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var useCases = new UseCases(
            store.Tables, store.Queues, providers.Channel(clock, NullLoggerFactory.Instance),
            new NoticeComposer(new PlainTemplates()), clock);
        await new ImportDistrictFolder(store.Tables, store.Queues, clock).RunAsync(
            new GivenDistrict(OakHill.District(), Enumerable.Range(0, Math.Max(emails, texts)).Select(Student)), confirmed: true,
            null, CancellationToken.None);

        using var queue = new QueuedNotices(store.Queues, store.Queues, useCases, clock, AtOnce);
        var wellMailed = await MeasureAsync("emails", queue, useCases, Enumerable.Range(0, emails).Select(Mail), emails);
        var wellTexted = await MeasureAsync("texts", queue, useCases, Enumerable.Range(0, texts).Select(Text), texts);
        var (tookTexts, tookMails) = await fakes.CountsAsync();
        Console.WriteLine($"the fakes took {tookMails:N0} emails and {tookTexts:N0} texts");
        return wellMailed && wellTexted && (tookTexts, tookMails) == (texts, emails) ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(
        string what, QueuedNotices queue, UseCases useCases, IEnumerable<NoticeDue> dues, int count)
    {
        await queue.PutAsync(dues);
        var before = useCases.Tally.Summary.Sent;
        await using var memory = new MemorySamples();
        var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        await queue.HandleAllAsync();
        watch.Stop();
        cpu = Environment.CpuUsage.TotalTime - cpu;
        var (isFlat, words) = await memory.EndAsync();
        var sent = useCases.Tally.Summary.Sent - before;
        Console.WriteLine(
            $"{sent:N0} {what}, {AtOnce} at once: {watch.Elapsed.TotalSeconds:N1} s, {sent / watch.Elapsed.TotalSeconds:N0}/s, "
            + $"{cpu.TotalMicroseconds / count:N0} µs of processor time each; {words}");
        return sent == count && isFlat && watch.Elapsed < TimeSpan.FromMinutes(10);
    }

    private static StudentFile Student(int number)
    {
        var family = OakHill.Family($"S{number}", $"P{number}", new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2025, 11, 14)));
        return family with
        {
            Contacts = [family.Contacts[0] with { Phone = $"+1512{5550000 + (number % 10_000):D7}" }, .. family.Contacts.Skip(1)],
        };
    }

    private static NoticeDue Mail(int number) => Due(number, "caseManager-30", Audience.CaseManager);

    private static NoticeDue Text(int number) =>
        Due(number, "family-30", Audience.Family) with { RecipientId = OakHill.Mother($"S{number}").ContactId };

    private static NoticeDue Due(int number, string step, Audience audience) => new()
    {
        DistrictId = OakHill.DistrictId,
        StudentId = $"S{number}",
        PlanId = $"P{number}",
        Obligation = new ObligationId("annual-review"),
        DueOn = new LocalDate(2026, 11, 14),
        StepId = step,
        Audience = audience,
    };
}
