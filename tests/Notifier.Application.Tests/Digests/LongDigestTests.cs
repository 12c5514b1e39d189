using NodaTime;
using Notifier.Application.Evidence;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Digests;

/// <summary>A desk with more on it than one mail shows.</summary>
public sealed class LongDigestTests : DigestTest
{
    // 40 reviews: due tomorrow, and from yesterday back one each fourth day.
    private static readonly LocalDate Tomorrow = new(2026, 10, 14);

    [Fact]
    public async Task Is_recorded_to_have_said_only_what_it_shows()
    {
        await PlayAsync();

        var said = Assert.Single(await SaidAsync("T1"), line => line.StartsWith("2026-10-13", StringComparison.Ordinal))[12..].Split(", ");
        Assert.Equal(26, said.Length);
        Assert.Contains("P100/annual-review/2026-10-14", said);
        Assert.Contains("P125/annual-review/2026-07-08", said);
        Assert.DoesNotContain(said, key => key.StartsWith("P126/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Evidence_does_not_call_told_what_it_only_counts()
    {
        await PlayAsync();

        Assert.Contains(
            "NOT told: the digest of Dana Reyes (case manager, T1) of Tuesday, October 13, 2026 was too long to show it (one of 14 more that it counted)",
            await RecordAsync("S139"), StringComparison.Ordinal);
        var shown = await RecordAsync("S100");
        Assert.Contains("the digest of Dana Reyes (case manager, T1) of Tuesday, October 13, 2026", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("NOT told", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_only_counts_brings_no_addition()
    {
        await PlayAsync();

        Assert.Single(ToStaff, line => line.Contains(" t1 ", StringComparison.Ordinal));
    }

    private async Task PlayAsync()
    {
        var late = Enumerable.Range(1, 39).Select(number => ReviewDue(new LocalDate(2026, 10, 12).PlusDays(4 - (4 * number)), $"S{100 + number}", $"P{100 + number}"));
        await World.ImportAsync(District(), [ReviewDue(Tomorrow, "S100", "P100"), .. late]);
        await RunUntilAsync(10, 13, 12);
    }

    private async Task<string> RecordAsync(string studentId) => AttemptRecord.ToText(
        await World.UseCases.EvidenceReport.ReadAsync(OakHill.DistrictId, studentId, CancellationToken.None));
}
