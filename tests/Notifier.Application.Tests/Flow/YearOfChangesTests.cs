using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>A small district's school year of schedule changes; <c>Notifier.Benchmarks year</c> plays a large one.</summary>
public sealed class YearOfChangesTests
{
    [Fact]
    public async Task Everything_that_is_announced_in_time_is_told_in_its_evening_and_the_last_word_is_the_truth()
    {
        var year = await new YearOfChanges(plans: 300, changes: 60).PlayAsync();

        Assert.Empty(year.Wrong);
        Assert.Equal(0, year.OutsideHours);
        Assert.True(year.Owed > 200, $"Only {year.Owed} texts were owed: the year proves nothing.");
        Assert.Equal(year.Owed, year.InWindow);
    }
}
