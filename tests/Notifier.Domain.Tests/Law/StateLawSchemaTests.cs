using System.Text.Json;
using Notifier.Law;
using Notifier.Law.Reading;
using Notifier.Obligations;

namespace Notifier.Domain.Tests.Law;

/// <summary>The schema with which an editor helps whoever proposes a change to a state's law.</summary>
public sealed class StateLawSchemaTests
{
    private static readonly JsonElement Root = Parse(LawTexts.Schema);
    private static readonly JsonSchema Schema = new(Root);

    public static TheoryData<string> States { get; } = [.. LawTexts.States];

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_file_obeys_the_schema_and_names_it(string state)
    {
        var document = Parse(LawTexts.Of(state));

        Assert.Empty(Schema.Problems(document));
        Assert.Equal("state-law.schema.json", document.GetProperty("$schema").GetString());
        Assert.Equal(state.ToUpperInvariant(), document.GetProperty("state").GetString());
    }

    [Fact]
    public void The_federal_file_is_written_in_the_same_words() => Assert.Empty(Schema.Problems(Parse(LawTexts.Federal)));

    [Fact]
    public void There_are_the_twenty_states_of_the_readme() => Assert.Equal(20, LawTexts.States.Count);

    /// <summary>Whatever the reader of law files refuses for its form, the schema refuses while it is typed.</summary>
    [Theory]
    [InlineData("\"schoolDays\": 45", "\"schoolDay\": 45")]
    [InlineData("\"schoolDays\": 45", "\"schoolDays\": -45")]
    [InlineData("\"schoolDays\": 45", "\"schoolDays\": 4.5")]
    [InlineData("\"schoolDays\": 45", "\"schoolDays\": \"45\"")]
    [InlineData("\"certainty\": \"official\"", "\"certainty\": \"sure\"")]
    [InlineData("\"from\": \"2006-10-13\"", "\"from\": \"10/13/2006\"")]
    [InlineData("19 TAC 89.1011(b)", "19 TAC \u00A7 89.1011(b)")]
    [InlineData("19 TAC 89.1011(b)", "the Code")]
    [InlineData("consentReceived", "consentRecieved")]
    [InlineData("\"initial-evaluation\"", "\"initial-evalution\"")]
    [InlineData("\"years\": 14", "\"years\": 0")]
    [InlineData("\"metBy\": [\"evaluationReportCompleted\"]", "\"metBy\": []")]
    [InlineData("\"replacesFederal\": true", "\"replacesFederal\": \"yes\"")]
    [InlineData("\"below\": 45", "\"under\": 45")]
    [InlineData("\"otherwise\"", "\"else\"")]
    [InlineData("\"name\": \"Texas\",", "")]
    public void A_slip_is_refused_by_the_schema_and_by_the_reader(string right, string wrong)
    {
        var broken = LawTexts.Of("tx").Replace(right, wrong);

        Assert.NotEqual(LawTexts.Of("tx"), broken);
        Assert.NotEmpty(Schema.Problems(Parse(broken)));
        if (wrong != "\"initial-evalution\"")
        {
            Assert.Throws<LawFileException>(() => LawFileReader.Read("tx.json", broken));
        }
    }

    [Fact]
    public void The_schema_knows_the_kinds_and_obligations_of_the_code()
    {
        var definitions = Root.GetProperty("$defs");
        var kinds = Words(definitions.GetProperty("kind").GetProperty("enum"));
        var obligations = Words(Root.GetProperty("properties").GetProperty("obligations").GetProperty("propertyNames").GetProperty("enum"));

        Assert.Equal(Enum.GetValues<PlanDateKind>().Select(LawWords.Of).Order(StringComparer.Ordinal), kinds);
        Assert.Equal(ObligationCatalog.All.Select(entry => entry.Id.Value).Order(StringComparer.Ordinal), obligations);
    }

    [Theory]
    [InlineData("count")]
    [InlineData("condition")]
    public void The_schema_knows_the_words_of_the_reader(string definition)
    {
        var shapes = Root.GetProperty("$defs").GetProperty(definition).GetProperty("anyOf").EnumerateArray()
            .Where(shape => shape.TryGetProperty("properties", out _))
            .Select(shape => shape.GetProperty("properties").EnumerateObject().First().Name).Distinct();

        var words = definition == "count" ? CountReader.FirstWords : ConditionReader.FirstWords;
        Assert.Equal(words.Order(StringComparer.Ordinal), shapes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_schema_keyword_that_the_checker_does_not_know_is_an_error()
    {
        var schema = new JsonSchema(Parse("""{"properties": {"a": {"multipleOf": 2}}}"""));

        Assert.Throws<NotSupportedException>(() => schema.Problems(Parse("""{"a": 3}""")));
    }

    private static IEnumerable<string> Words(JsonElement list) =>
        list.EnumerateArray().Select(word => word.GetString()!).Order(StringComparer.Ordinal);

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
