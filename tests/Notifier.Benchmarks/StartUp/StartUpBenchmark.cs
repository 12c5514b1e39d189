using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Notifier.Adapters.Sqlite;
using Notifier.Application.PlanDates;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Benchmarks.StartUp;

/// <summary>
/// From the start of the process to the first trigger handled, beside an empty ASP.NET Core program from its start to its
/// first answer; both published self-contained and ReadyToRun, in turns in one run. Ours opens a store, takes a message
/// off its queue, handles it, calls every timer and ends.
/// </summary>
internal static partial class StartUpBenchmark
{
    private const string EmptyProject = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
        </Project>
        """;

    private const string EmptyProgram = """
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", () => "here");
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        Console.ReadLine();
        """;

    public static int Run(string[] args) => RunAsync(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(int rounds)
    {
        using var folder = new TempFolder();
        var empty = Publish(WriteEmptyProgram(folder.File("source")), folder.File("empty"), "empty");
        var ours = Publish(Repository.PathOf("src", "Notifier.Cli", "Notifier.Cli.csproj"), folder.File("ours"), "notifier");
        using var web = new HttpClient();
        List<(TimeSpan Wall, TimeSpan Processor)> emptyTimes = [], ourTimes = [];
        // The first of each warms the disk and is not counted.
        for (var round = 0; round <= rounds; round++)
        {
            emptyTimes.Add(await StartEmptyAsync(empty, web));
            var store = folder.File($"store{round}");
            await FillAsync(store);
            ourTimes.Add(await StartOursAsync(ours, store));
        }

        Console.WriteLine($"medians of {rounds} starts; ours from start to end, the empty program from start to its first answer");
        Write("empty ASP.NET Core program", emptyTimes);
        Write("notifier run --once, a message and every timer", ourTimes);
        return 0;
    }

    private static async Task FillAsync(string store)
    {
        var clock = new FakeClock(OakHill.At(2026, 10, 13, 7));
        await using var opened = SqliteStore.Open(store, clock);
        // Puts one message on plan-changes.
        await new ImportDistrictFolder(opened.Tables, opened.Queues, clock).RunAsync(
            new GivenDistrict(OakHill.District(), [OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, new(2025, 11, 14)))]),
            confirmed: true, null, CancellationToken.None);
    }

    private static async Task<(TimeSpan Wall, TimeSpan Processor)> StartOursAsync(string program, string store)
    {
        var before = ProcessorTimeOfEndedChildren();
        var watch = Stopwatch.StartNew();
        using var process = Start(program, "run", "--data", store, "--once", "--at", "2026-10-13T12:00:00Z");
        var output = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var wall = watch.Elapsed;
        return process.ExitCode == 0 && Refreshed().IsMatch(await output)
            ? (wall, ProcessorTimeOfEndedChildren() - before)
            : throw new InvalidOperationException($"The message was not handled: {await output}");
    }

    private static async Task<(TimeSpan Wall, TimeSpan Processor)> StartEmptyAsync(string program, HttpClient web)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(program);
        var address = await process.StandardOutput.ReadLineAsync();
        await web.GetStringAsync(new Uri(address!));
        var times = (watch.Elapsed, process.TotalProcessorTime);
        await process.StandardInput.WriteLineAsync();
        await process.WaitForExitAsync();
        return times;
    }

    // What a process took can be asked for while it runs only; afterwards the system keeps the sum of all that ended.
    private static TimeSpan ProcessorTimeOfEndedChildren()
    {
        const int TicksPerSecond = 100;
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds(
            (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / (double)TicksPerSecond);
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    private static string WriteEmptyProgram(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), EmptyProgram);
        var project = Path.Combine(folder, "empty.csproj");
        File.WriteAllText(project, EmptyProject);
        return project;
    }

    private static string Publish(string project, string folder, string name)
    {
        using var process = Start(
            "dotnet", "publish", project, "-c", "Release", "-r", "linux-x64", "--self-contained", "-p:PublishReadyToRun=true",
            "-p:RunAnalyzers=false", "-o", folder, "-v", "q", "--nologo");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(folder, name) : throw new InvalidOperationException(output);
    }

    private static void Write(string what, IEnumerable<(TimeSpan Wall, TimeSpan Processor)> times)
    {
        var counted = times.Skip(1).ToList();
        Console.WriteLine(
            $"{what,-50} wall {Median(counted.Select(one => one.Wall)),6:N0} ms, processor {Median(counted.Select(one => one.Processor)),6:N0} ms");
    }

    private static double Median(IEnumerable<TimeSpan> times) =>
        times.Select(time => time.TotalMilliseconds).Order().ToList() is var ordered ? ordered[ordered.Count / 2] : 0;

    [GeneratedRegex("[1-9]")]
    private static partial Regex Refreshed();
}
