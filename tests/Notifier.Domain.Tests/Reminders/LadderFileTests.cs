using System.Text.Json;
using Notifier.Law;
using Notifier.Reminders;

namespace Notifier.Domain.Tests.Reminders;

public sealed class LadderFileTests
{
    [Fact]
    public void An_obligation_named_by_the_district_has_exactly_those_rungs()
    {
        var reading = Read("""[ { "obligations": ["annual-review"], "caseManager": [14, 45, -1], "family": [30] } ]""");

        var ladder = ReminderLadder.From(reading.Steps);

        Assert.Empty(reading.Problems);
        Assert.Equal(
            ["caseManager-45", "caseManager-14", "caseManager-late-1", "family-30"],
            ladder.StepsFor(new ObligationId("annual-review")).Select(step => step.StepId));
        Assert.Equal(
            ReminderLadder.Default.StepsFor(new ObligationId("reevaluation")),
            ladder.StepsFor(new ObligationId("reevaluation")));
    }

    [Fact]
    public void An_empty_ladder_is_the_default() =>
        Assert.Same(ReminderLadder.Default, ReminderLadder.From(Read("[]").Steps));

    [Theory]
    [InlineData("""{}""", "", "must be a list")]
    [InlineData("""[ 3 ]""", "[0]", "must be an object")]
    [InlineData("""[ { "caseManager": [3] } ]""", "[0].obligations", "at least one obligation id")]
    [InlineData("""[ { "obligations": [], "caseManager": [3] } ]""", "[0].obligations", "at least one obligation id")]
    [InlineData("""[ { "obligations": ["anual-review"], "caseManager": [3] } ]""", "[0].obligations[0]", "is not an obligation id")]
    [InlineData("""[ { "obligations": [7], "caseManager": [3] } ]""", "[0].obligations[0]", "is not an obligation id")]
    [InlineData("""[ { "obligations": ["annual-review"] } ]""", "[0]", "tells nobody of the staff")]
    [InlineData("""[ { "obligations": ["annual-review"], "family": [30] } ]""", "[0]", "tells nobody of the staff")]
    [InlineData("""[ { "obligations": ["annual-review"], "caseManager": 3 } ]""", "[0].caseManager", "must be a list")]
    [InlineData("""[ { "obligations": ["annual-review"], "caseManager": [1, 2.5] } ]""", "[0].caseManager[1]", "whole number")]
    [InlineData("""[ { "obligations": ["annual-review"], "caseManager": ["3", 1] } ]""", "[0].caseManager[0]", "whole number")]
    [InlineData("""[ { "obligations": ["annual-review"], "caseManager": [1, 4000] } ]""", "[0].caseManager[1]", "at most 366")]
    [InlineData("""[ { "obligations": ["annual-review"], "caseManager": [7, 7] } ]""", "[0].caseManager[1]", "twice")]
    [InlineData("""[ { "obligations": ["annual-review"], "caseManager": [7], "family": [-1] } ]""", "[0].family[0]", "not told of the school's overdue")]
    [InlineData("""[ { "obligations": ["insufficiency-ruling"], "caseManager": [7], "family": [3] } ]""", "[0].family", "no wording")]
    [InlineData("""[ { "obligations": ["annual-review"], "caseManager": [7], "familyBeforePlannedDay": [3] } ]""", "[0].familyBeforePlannedDay", "no planned day")]
    [InlineData("""[ { "obligations": ["annual-review"], "casemanager": [7], "supervisor": [1] } ]""", "[0].casemanager", "is not known here")]
    [InlineData("""[ { "obligations": ["annual-review"], "caseManager": [7] }, { "obligations": ["annual-review"], "supervisor": [7] } ]""", "[1].obligations[0]", "named twice")]
    public void A_problem_names_its_place_and_the_ladder_is_not_taken(string json, string path, string words)
    {
        var reading = Read(json);

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(path, problem.Path);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.Empty(reading.Steps);
    }

    [Fact]
    public void All_problems_are_reported_at_once() =>
        Assert.Equal(3, Read("""[ { "obligations": ["x", "y"], "caseManager": [true, 1] } ]""").Problems.Count);

    private static LadderReading Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return LadderFile.Read(document.RootElement);
    }
}
