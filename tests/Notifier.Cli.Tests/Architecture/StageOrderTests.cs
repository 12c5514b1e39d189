namespace Notifier.Cli.Tests.Architecture;

/// <summary>The folders of the domain are the flow: code may look back along it, never ahead.</summary>
public sealed class StageOrderTests
{
    private static readonly string[] Order =
    [
        "Law", "Calendars", "PlanDates", "Obligations", "DueDates", "ScheduleChanges", "Reminders", "Notices",
        "Delivery", "Evidence",
    ];

    private static readonly string Domain = Path.Combine(Repository.Source, "Notifier.Domain");

    public static TheoryData<string> SourceFiles => [.. Repository.CSharpFiles(Domain)];

    [Fact]
    public void Every_folder_is_a_stage() =>
        Assert.Empty(Directory.EnumerateDirectories(Domain).Select(folder => Path.GetFileName(folder)!)
            .Except(Order).Except(["obj", "bin"]));

    [Fact]
    public void No_file_lies_outside_a_stage() => Assert.Empty(Directory.EnumerateFiles(Domain, "*.cs"));

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_stage_never_names_a_later_stage(string file)
    {
        var stage = file.Split('/')[0];
        var source = File.ReadAllText(Path.Combine(Domain, file));

        Assert.Matches($@"(?m)^namespace Notifier\.{stage}(\.\w+)*;", source);
        Assert.All(
            Order.SkipWhile(name => name != stage).Skip(1),
            later => Assert.DoesNotMatch($@"(?<![\w.])(Notifier\.)?{later}\s*[.;]", source));
    }
}
