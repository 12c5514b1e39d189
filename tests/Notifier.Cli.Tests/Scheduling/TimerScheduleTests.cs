using NodaTime;
using NodaTime.Text;
using Notifier.Cli.Scheduling;

namespace Notifier.Cli.Tests.Scheduling;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 0 * * * *", "2026-11-23T12:20:00Z", "2026-11-23T13:00:00Z")]
    [InlineData("0 0 * * * *", "2026-11-23T13:00:00Z", "2026-11-23T14:00:00Z")]
    [InlineData("0 0 * * * *", "2026-11-23T12:59:59.9999999Z", "2026-11-23T13:00:00Z")]
    [InlineData("0 */5 * * * *", "2026-11-23T12:20:00.0000001Z", "2026-11-23T12:25:00Z")]
    [InlineData("30 0 0 29 2 *", "2026-11-23T12:20:00Z", "2028-02-29T00:00:30Z")]
    [InlineData("0 0 8 * * 1-5", "2026-11-20T08:00:00Z", "2026-11-23T08:00:00Z")]
    public void The_next_time_comes_after_the_moment(string schedule, string after, string next) =>
        Assert.Equal(Moment(next), TimerSchedule.Parse(schedule).After(Moment(after)));

    [Theory]
    [InlineData("0 */5 * * * *", true)]
    [InlineData("0 50 * * * *", true)]
    [InlineData("0 0 */2 * * *", false)]
    [InlineData("0 30 8 * * *", false)]
    public void At_least_hourly_is_frequent(string schedule, bool frequent) =>
        Assert.Equal(frequent, TimerSchedule.Parse(schedule).IsFrequent);

    private static Instant Moment(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
