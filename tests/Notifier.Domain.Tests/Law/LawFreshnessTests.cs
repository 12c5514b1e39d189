using NodaTime;
using NodaTime.Text;
using Notifier.Law;
using Notifier.Testing;

namespace Notifier.Domain.Tests.Law;

/// <summary>
/// The one test here that looks at the real date, on purpose: it goes red a year before shipped law runs out, so that
/// the next version is added while there is time.
/// </summary>
public sealed class LawFreshnessTests
{
    private const string Ending = """
        {
          "state": "ZZ", "name": "Nowhere",
          "obligations": {
            "evaluation-response": [
              {"from": "2020-01-01", "until": "2025-12-31", "citation": "ZZ 1", "source": "a test", "certainty": "official", "count": "consentReceived"},
              {"from": "2026-01-01", "until": "2027-06-30", "citation": "ZZ 1", "source": "a test", "certainty": "official", "count": "consentReceived"}
            ]
          }
        }
        """;

    [Fact]
    public void No_shipped_law_ends_within_a_year()
    {
        var today = Today(SystemClock.Instance);
        var files = StateLaw.ModelledStates.Select(state => StateLaw.For(state).Own!).Append(StateLaw.For("US").Federal);

        var problems = files.SelectMany(file => LawFreshness.Problems(file, today)).ToArray();

        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    [InlineData("2028-01-01", true)]
    public void A_rule_that_ends_within_a_year_is_named_with_what_to_do(string today, bool red)
    {
        var clock = new FakeClock(LocalDatePattern.Iso.Parse(today).Value.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant());

        var problems = LawFreshness.Problems(StateTable.Law("ZZ", Ending).Own!, Today(clock));

        Assert.Equal(red, problems.Count == 1);
        Assert.All(problems, problem => Assert.Equal(
            "ZZ 'evaluation-response' ends on 2027-06-30: read what the law says from the next day on, and add that version to "
            + "States/zz.json with 'from' 2027-07-01.",
            problem));
    }

    private static LocalDate Today(IClock clock) => clock.GetCurrentInstant().InUtc().Date;
}
