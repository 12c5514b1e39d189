using Notifier.Testing.Npm;

namespace Notifier.Functions.Tests.Bicep;

/// <summary>
/// The templates against a grammar of the language, from npm: it knows every form that the reader of the other tests
/// passes over, and nothing of names and types.
/// </summary>
public sealed class GrammarTests
{
    private static readonly string Source = Path.Combine(Infra.Root, "tests", "Notifier.Functions.Tests", "Bicep", "Grammar");

    [Fact]
    public void Every_template_is_Bicep() => Assert.Equal("", Faults(Infra.All.Select(file => file.Path)));

    [Theory]
    [InlineData("var queues == [\n  'notices-due'\n]")]
    [InlineData("resource app 'Microsoft.Web/sites@2024-04-01' = {\n  name 'app'\n}")]
    [InlineData("output name string = ")]
    public void What_is_not_Bicep_is_named_with_its_line(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), $"notifier-{Path.GetRandomFileName()}.bicep");
        File.WriteAllText(path, $"param location string\n{text}\n");
        try
        {
            Assert.Contains(", line ", Faults([path]), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Faults(IEnumerable<string> files)
    {
        var folder = NpmPackages.Ensure(Source, "bicep-grammar");
        using var node = NpmPackages.Run("node", "", folder, start =>
        {
            foreach (var argument in files.Prepend("check.mjs"))
            {
                start.ArgumentList.Add(argument);
            }
        });
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync();
        var faults = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.Result);
        return faults;
    }
}
