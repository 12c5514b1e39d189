using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Queues;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing.Flow;

namespace Notifier.Web.Tests;

/// <summary>What a program of the school office gets when it posts a change, over a real connection.</summary>
public sealed class ScheduleChangeRoutesTests
{
    private static readonly ScheduleChange Change = GivenChange.Testing(new LocalDate(2026, 10, 14), OakHill.At(2026, 10, 13, 7));

    [Fact]
    public async Task A_posted_change_is_told_once_however_often_it_is_posted()
    {
        await using var house = await OpenAsync();

        var first = await house.PostAsync(Change, ScheduleChangeHouse.Key);
        // Again, by a program that writes the time of each try.
        var again = await house.PostAsync(Change with { PostedAt = Change.PostedAt + Duration.FromMinutes(1) }, ScheduleChangeHouse.Key);
        await house.World.RunHourAsync();
        var late = await house.PostAsync(Change, ScheduleChangeHouse.Key);
        await house.World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.Status, again.Status, late.Status));
        using var understood = JsonDocument.Parse(first.Body);
        Assert.Equal("2026-10-14", understood.RootElement.GetProperty("understood").GetProperty("date").GetString());
        Assert.False(understood.RootElement.GetProperty("understood").GetProperty("withdrawn").GetBoolean());
        Assert.Equal(2, house.Told.Messages.Count(message => message.Content.Text.Contains("Tests all morning", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_answered_with_its_place_and_remedy()
    {
        await using var house = await OpenAsync();

        var (status, body) = await house.PostAsync("{ \"changeId\": \"t\",\n  \"version\": \"1\", \"kind\": \"party\" }", ScheduleChangeHouse.Key);
        var (unknown, said) = await house.PostAsync(Change with { SchoolIds = ["E9"], Date = new LocalDate(2026, 10, 12) }, ScheduleChangeHouse.Key);
        var (elsewhere, district) = await house.PostAsync(Change with { DistrictId = "elsewhere" }, ScheduleChangeHouse.Key);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (status, unknown, elsewhere));
        Assert.Equal(["version 2:3", "districtId 1:1", "date 1:1", "kind 2:19", "postedAt 1:1"], Problems(body));
        Assert.Equal(["schoolIds", "date"], Problems(said).Select(one => one.Split(' ')[0]));
        Assert.StartsWith("districtId", Assert.Single(Problems(district)), StringComparison.Ordinal);
        await house.World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));
        Assert.DoesNotContain(house.Told.Messages, message => message.Content.Text.Contains("changed-day", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData()]
    [InlineData("")]
    [InlineData("0123456789-0123456789-012345678")]
    [InlineData("0123456789-0123456789-01234567890")]
    [InlineData(ScheduleChangeHouse.Key, "another")]
    public async Task Whoever_has_not_the_key_is_sent_away_before_anything_is_read(params string[] keys)
    {
        await using var house = await OpenAsync();

        var (status, body) = await house.PostAsync(Change, keys);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.DoesNotContain("0123456789", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Tests all morning", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Either_of_two_keys_opens_while_one_takes_the_others_place()
    {
        var next = ScheduleChangeHouse.Key.Replace('0', 'x');
        await using var house = await OpenAsync(new SchoolOfficeKey(ScheduleChangeHouse.Key, next));

        Assert.Equal(HttpStatusCode.Accepted, (await house.PostAsync(Change, next)).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await house.PostAsync(Change, ScheduleChangeHouse.Key)).Status);
    }

    [Fact]
    public async Task Without_a_key_set_there_is_no_such_address()
    {
        await using var house = await ScheduleChangeHouse.StartAsync(key: null);

        Assert.Equal(HttpStatusCode.NotFound, (await house.PostAsync(Change, ScheduleChangeHouse.Key)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.PostAsync(Change, "")).Status);
    }

    [Fact]
    public void A_key_that_can_be_guessed_is_none() => Assert.Throws<ArgumentException>(() => new SchoolOfficeKey("short"));

    [Fact]
    public async Task More_than_a_change_can_hold_is_refused()
    {
        await using var house = await OpenAsync();

        var (status, _) = await house.PostAsync(new string(' ', 30_001), ScheduleChangeHouse.Key);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task A_queue_that_takes_nothing_is_no_success_and_the_next_try_is()
    {
        var broken = true;
        await using var house = await OpenAsync(queue: inner => new Breaking(inner, () => broken));

        var (failed, body) = await house.PostAsync(Change, ScheduleChangeHouse.Key);
        broken = false;
        var (taken, _) = await house.PostAsync(Change, ScheduleChangeHouse.Key);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.Accepted), (failed, taken));
        Assert.Contains("Post the same again", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_what_is_posted_reaches_the_log()
    {
        await using var house = await OpenAsync();

        await house.PostAsync(Change with { ChangeId = "Ana-Flores" }, ScheduleChangeHouse.Key);
        await house.PostAsync(Change with { ChangeId = "Ana-Flores", SchoolIds = ["E9"] }, ScheduleChangeHouse.Key);
        await house.PostAsync("{ \"summary\": \"Ana Flores is absent\" ", ScheduleChangeHouse.Key);
        await house.PostAsync(Change, "wrong");

        Assert.Equal(
            ["202, 0 problems", "400, 2 problems", "400, 1 problems", "401, the key is wrong"],
            house.Log.Lines.Where(line => line.StartsWith("/schedule-changes: answered ", StringComparison.Ordinal))
                .Select(line => line["/schedule-changes: answered ".Length..]));
        Assert.DoesNotContain(house.Log.Lines, line => line.Contains("Ana", StringComparison.Ordinal) || line.Contains("0123456789", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("wrong", "0123456789-0123456789-012345678x")]
    [InlineData("wrong", ScheduleChangeHouse.Key, ScheduleChangeHouse.Key)]
    public async Task A_key_that_does_not_fit_is_a_warning_because_the_alert_on_refused_calls_counts_those(string said, params string[] keys)
    {
        await using var house = await OpenAsync();

        await house.PostAsync(Change, keys);

        Assert.Equal($"/schedule-changes: answered 401, the key is {said}", Assert.Single(house.Log.At(LogLevel.Warning)));
    }

    [Fact]
    public async Task What_was_taken_or_must_be_mended_alarms_nobody()
    {
        await using var house = await OpenAsync();

        await house.PostAsync(Change, ScheduleChangeHouse.Key);
        await house.PostAsync("{}", ScheduleChangeHouse.Key);

        Assert.Empty(house.Log.At(LogLevel.Warning));
    }

    private static List<string> Problems(string body)
    {
        using var answer = JsonDocument.Parse(body);
        var problems = answer.RootElement.GetProperty("problems").EnumerateArray().ToList();
        Assert.All(problems, one => Assert.NotEqual("", one.GetProperty("remedy").GetString()));
        return [.. problems.Select(one => $"{one.GetProperty("field")} {one.GetProperty("line")}:{one.GetProperty("column")}")];
    }

    private static async Task<ScheduleChangeHouse> OpenAsync(SchoolOfficeKey? key = null, Func<IQueueSender, IQueueSender>? queue = null)
    {
        var house = await ScheduleChangeHouse.StartAsync(key ?? new SchoolOfficeKey(ScheduleChangeHouse.Key), queue);
        await house.World.ImportAsync(
            OakHill.District(),
            OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 9, 30))) with
            {
                Accommodations = [new Accommodation(OakHill.PlanId, ScheduleChange.Accommodation, "")],
            });
        return house;
    }

    private sealed class Breaking(IQueueSender inner, Func<bool> isBroken) : IQueueSender
    {
        public Task SendAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken) =>
            isBroken() && queue == QueueNames.ScheduleChanges
                ? throw new InvalidOperationException("the queue is away")
                : inner.SendAsync(queue, messages, cancellationToken);
    }
}
