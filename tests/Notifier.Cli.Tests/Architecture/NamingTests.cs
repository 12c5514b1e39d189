using System.Text.RegularExpressions;

namespace Notifier.Cli.Tests.Architecture;

/// <summary>What the reader of folder and type names can rely on.</summary>
public sealed class NamingTests
{
    private static readonly Regex TypeDeclaration = new(
        @"^\s*(?:(?:public|internal|private|protected|sealed|static|abstract|partial|readonly|file|ref)\s+)*"
        + @"(?:class|struct|interface|enum|record(?:\s+(?:struct|class))?)\s+(\w+)",
        RegexOptions.Multiline);

    private static readonly string[] NotNames =
        ["Manager", "Helper", "Util", "Utils", "Service", "Common", "Extensions", "Processor", "Dto", "Info"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Empty(
            from file in Repository.CSharpFiles(Repository.Source)
            where !file.Contains("WorkerStandIns", StringComparison.Ordinal)
            from type in TypesIn(file)
            where NotNames.Any(word => type.EndsWith(word, StringComparison.Ordinal))
            select $"{file}: {type}");

    [Fact]
    public void No_type_shares_the_name_of_a_folder_of_the_flow()
    {
        var stages = Directory.EnumerateDirectories(Path.Combine(Repository.Source, "Notifier.Domain"))
            .Select(folder => Path.GetFileName(folder)!).ToHashSet();

        Assert.Empty(
            from file in Repository.CSharpFiles(Repository.Source)
            from type in TypesIn(file)
            where stages.Contains(type)
            select $"{file}: {type}");
    }

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() =>
        Assert.Empty(
            from file in Repository.CSharpFiles(Repository.Source)
            let lines = File.ReadLines(Path.Combine(Repository.Source, file)).Count()
            where lines > 300
            select $"{file}: {lines} lines");

    [Fact]
    public void No_source_file_writes_a_section_sign() =>
        Assert.DoesNotContain(
            Repository.CSharpFiles(Repository.Source),
            file => File.ReadAllText(Path.Combine(Repository.Source, file)).Contains('\u00a7'));

    private static IEnumerable<string> TypesIn(string file) =>
        TypeDeclaration.Matches(File.ReadAllText(Path.Combine(Repository.Source, file)))
            .Select(match => match.Groups[1].Value);
}
