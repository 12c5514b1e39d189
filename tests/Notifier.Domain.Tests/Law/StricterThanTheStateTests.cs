using NodaTime;
using Notifier.Domain.Tests.DueDates;
using Notifier.DueDates;
using Notifier.Law;

namespace Notifier.Domain.Tests.Law;

/// <summary>A district may ask more of itself than its state does, never less.</summary>
public sealed class StricterThanTheStateTests
{
    /// <summary>The state's own number, and what a stricter district adds to it: fewer days after, more days before.</summary>
    [Theory]
    [InlineData("AZ", "evaluation-response", 15, -1, "A.A.C. R7-2-401(E)")]
    [InlineData("CA", "initial-evaluation", 60, -1, "Cal. Educ. Code 56344(a)")]
    [InlineData("CA", "requested-meeting", 30, -1, "Cal. Educ. Code 56343.5")]
    [InlineData("FL", "initial-evaluation", 60, -1, "F.A.C. 6A-6.0331")]
    [InlineData("IL", "initial-evaluation", 60, -1, "23 Ill. Adm. Code 226.110")]
    [InlineData("IN", "transfer-iep", 10, -1, "511 IAC 7-42-5")]
    [InlineData("MA", "initial-iep-meeting", 45, -1, "603 CMR 28.05(1)")]
    [InlineData("MD", "meeting-notice", 10, 1, "Md. Educ. 8-405")]
    [InlineData("MI", "fape-offer-notice", 7, -1, "R 340.1721b")]
    [InlineData("NC", "initial-iep-meeting", 90, -1, "NC 1503-2.2")]
    [InlineData("NJ", "evaluation-response", 20, -1, "N.J.A.C. 6A:14-3.3(e)")]
    [InlineData("PA", "draft-documents", 10, 1, "22 Pa. Code 14.123")]
    [InlineData("TX", "initial-evaluation", 45, -1, "19 TAC 89.1011(c)")]
    [InlineData("TX", "meeting-notice", 5, 1, "19 TAC 89.1050(d)")]
    [InlineData("VA", "initial-evaluation", 65, -1, "8VAC20-81-60")]
    public void One_day_stricter_is_earlier_and_one_day_looser_is_refused(
        string state, string obligation, int number, int stricter, string citation)
    {
        var rows = StateTable.Of(state).Rows.Where(row => row.Obligation == obligation).ToArray();

        var moved = 0;
        Assert.All(rows, row =>
        {
            var (law, same, earlier) = (Due(row, null), Due(row, number), Due(row, number + stricter));
            Assert.Equal(law, same);
            Assert.True(earlier is null || law is null || earlier <= law, $"{row.Row}: {earlier} is later than {law}");
            moved += earlier < law ? 1 : 0;
        });
        Assert.NotEqual(0, moved);

        var refused = Assert.Throws<ArgumentException>(() => Due(rows[0], number - stricter));
        Assert.Contains($"looser than the {number} ", refused.Message);
        Assert.Contains(citation, refused.Message);
    }

    private static LocalDate? Due(DueDateCase row, int? days)
    {
        var policies = row.District.Policies;
        if (days is { } number)
        {
            policies = policies with
            {
                StricterDays = new Dictionary<ObligationId, int> { [new ObligationId(row.Obligation)] = number },
            };
        }

        return new DueDateCalculator(StateLaw.For(row.District.State), row.District with { Policies = policies })
            .Calculate(row.Plan, row.Calendar, row.AsOf)
            .SingleOrDefault(due => due.Obligation.Value == row.Obligation)?.DueOn;
    }
}
