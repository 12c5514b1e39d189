using Notifier.Law;
using Notifier.Law.Counts;
using Notifier.Law.Reading;

namespace Notifier.Domain.Tests.Law;

public sealed class LawFileTests
{
    private const string Version =
        """{ "from": "2020-01-01", "citation": "34 CFR 300.303", "source": "a test", "certainty": "official", "count": COUNT }""";

    [Fact]
    public void Every_modelled_state_can_be_read()
    {
        Assert.Equal(20, StateLaw.ModelledStates.Count);
        Assert.All(StateLaw.ModelledStates, state =>
        {
            var law = StateLaw.For(state);
            Assert.True(law.IsModelled);
            Assert.Equal(state, law.Own!.State);
        });
    }

    [Fact]
    public void A_state_without_a_file_has_the_federal_rules_and_says_so()
    {
        var law = StateLaw.For("wy");

        Assert.Equal("WY", law.State);
        Assert.False(law.IsModelled);
        Assert.Null(law.Own);
        Assert.True(StateLaw.For("us").IsModelled);
    }

    [Theory]
    [InlineData("""{"schoolDay": 5, "after": "consentReceived"}""", "$.obligations.annual-review[0].count", "schoolDay")]
    [InlineData("""{"schoolDays": 5, "aftr": "consentReceived"}""", "$.obligations.annual-review[0].count", "aftr")]
    [InlineData("""{"schoolDays": 5, "after": "consentRecieved"}""", "$.obligations.annual-review[0].count.after", "consentRecieved")]
    [InlineData("""{"schoolDays": -5, "after": "consentReceived"}""", "$.obligations.annual-review[0].count.schoolDays", "whole number")]
    [InlineData("""{"schoolDays": 5}""", "$.obligations.annual-review[0].count", "after")]
    [InlineData("""{"schoolDays": 5, "after": "absence", "before": "absence"}""", "$.obligations.annual-review[0].count", "exactly one")]
    [InlineData("""{"schoolDays": 5, "after": "absence", "excluding": {"summer": true}}""", "$.obligations.annual-review[0].count.excluding", "calendar days")]
    [InlineData("""{"earlierOf": []}""", "$.obligations.annual-review[0].count.earlierOf", "at least one")]
    [InlineData("""{"branch": [{"when": [{"daysLeft": 3}], "then": "absence"}]}""", "$.obligations.annual-review[0].count.branch[0].when[0]", "daysLeft")]
    [InlineData("""{"dayOfYear": "06-31", "inYearOf": "absence"}""", "$.obligations.annual-review[0].count.dayOfYear", "06-31")]
    public void What_the_vocabulary_does_not_know_is_refused_with_its_place(string count, string place, string says)
    {
        var refused = Assert.Throws<LawFileException>(() => Read(Version.Replace("COUNT", count)));

        Assert.Equal("zz.json", refused.File);
        Assert.Equal(place, refused.Place);
        Assert.Contains(says, refused.Message);
    }

    [Theory]
    [InlineData("34 CFR 300.303", "34 CFR \u00A7 300.303", "citation")]
    [InlineData("34 CFR 300.303", "the statute", "citation")]
    [InlineData("official", "certain", "certainty")]
    [InlineData("2020-01-01", "1/1/2020", "from")]
    public void A_malformed_version_is_refused_with_its_place(string good, string bad, string property)
    {
        var refused = Assert.Throws<LawFileException>(
            () => Read(Version.Replace("COUNT", "\"consentReceived\"").Replace(good, bad)));

        Assert.Equal($"$.obligations.annual-review[0].{property}", refused.Place);
    }

    [Fact]
    public void A_version_says_what_is_open_about_it_and_which_date_its_clock_needs()
    {
        var file = Read(Version
            .Replace("COUNT", """{"latest": "priorNoticeSent", "since": "birthDate", "saying": "reevaluation"}""")
            .Replace(" }", """, "needs": {"date": "referralReceived", "once": "consentReceived"}, "toVerify": "The age." }"""));

        var version = file.Obligations[new ObligationId("annual-review")].Single();

        Assert.Equal("The age.", version.ToVerify);
        Assert.Equal(new NeededDate(PlanDateKind.ReferralReceived, PlanDateKind.ConsentReceived), version.Needs);
        Assert.Equal(
            new RecordedDate(PlanDateKind.PriorNoticeSent, new BirthDate()) { Saying = "reevaluation" }, version.Count);
    }

    [Fact]
    public void A_property_written_twice_is_refused()
    {
        var refused = Assert.Throws<LawFileException>(
            () => Read(Version.Replace("COUNT", """{"schoolDays": 5, "schoolDays": 6, "after": "consentReceived"}""")));

        Assert.Contains("twice", refused.Message);
    }

    [Fact]
    public void Text_that_is_not_json_names_the_line()
    {
        var refused = Assert.Throws<LawFileException>(() => LawFileReader.Read("zz.json", "{\n \"state\": }"));

        Assert.Equal("line 2", refused.Place);
    }

    private static LawFile Read(string version) => LawFileReader.Read(
        "zz.json", $$"""{ "state": "ZZ", "name": "Nowhere", "obligations": { "annual-review": [{{version}}] } }""");
}
