using System.Text.RegularExpressions;
using Notifier.Domain.Tests.DueDates;
using Notifier.Law;
using Notifier.Obligations;
using Notifier.Testing;

namespace Notifier.Domain.Tests.Obligations;

public sealed partial class ObligationCatalogTests
{
    private static readonly IReadOnlyList<CaseRow> Table =
        CaseTable.Read(Path.Combine(CaseFiles.Folder, "obligations.csv"));

    [Fact]
    public void Holds_every_obligation_of_the_table_and_no_other() => Assert.Equal(
        Table.Select(row => row["id"]).Order(StringComparer.Ordinal),
        ObligationCatalog.All.Select(entry => entry.Id.Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Agrees_with_the_table_on_titles_paragraphs_and_plans() => Assert.All(Table, row =>
    {
        var entry = ObligationCatalog.Find(new ObligationId(row["id"]));
        var paragraphs = entry.Law.Concat(entry.Section504Law).Select(citation => citation.Text);

        Assert.Equal(row["title"], entry.Title);
        Assert.Equal(Paragraphs(row["citation"]), paragraphs);
        Assert.Equal(row["plan_kinds"].Split(';').Order(), entry.PlanKinds.Select(Word).Order());
    });

    [Fact]
    public void Has_an_id_by_name_for_each_obligation()
    {
        var named = typeof(ObligationIds).GetFields().Select(field => ((ObligationId)field.GetValue(null)!).Value);

        Assert.Equal(Table.Select(row => row["id"]).Order(), named.Order());
    }

    [Fact]
    public void Refuses_an_id_it_does_not_know()
    {
        Assert.False(ObligationCatalog.Knows("annual-revue"));
        Assert.Throws<ArgumentException>(() => ObligationCatalog.Find(new ObligationId("annual-revue")));
    }

    private static IEnumerable<string> Paragraphs(string citation) =>
        from part in citation.Split(';', StringSplitOptions.TrimEntries)
        let paragraph = Remark().Replace(part.Replace("504: ", "", StringComparison.Ordinal), "")
        where Number().IsMatch(paragraph)
        select paragraph.StartsWith("34 CFR", StringComparison.Ordinal) ? paragraph : $"34 CFR {paragraph}";

    private static string Word(PlanKind kind) => kind switch
    {
        PlanKind.Iep => "iep",
        PlanKind.Section504 => "504",
        _ => "evaluation",
    };

    [GeneratedRegex(@" \([a-z]+ .*\)$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex Number();
}
