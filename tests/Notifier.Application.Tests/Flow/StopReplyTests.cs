using NodaTime;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Delivery.Replies;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>STOP ends texts at once, everywhere, and never the duty.</summary>
public sealed class StopReplyTests : ReplyTest
{
    [Fact]
    public async Task Ends_texts_confirms_once_and_tells_the_case_manager()
    {
        await RunReminderDayAsync();

        await WriteBackAsync("STOP");

        Assert.True(await IsEndedAsync());
        var answer = Assert.Single(Answers());
        Assert.Equal((Channel.Sms, Phone, "answer-stop in es"), (answer.Channel, answer.Address, answer.Content.Text));
        Assert.Equal("t1@example.org", Assert.Single(MailsToStaff()).Address);
        var entry = Assert.Single(await EvidenceAsync(EvidenceKind.ReplyReceived));
        Assert.Equal(nameof(ReplyMeaning.EndTexts), EvidenceDetail.Find(entry.Detail, "meaning"));
    }

    [Fact]
    public async Task The_same_reply_again_and_a_second_stop_are_not_confirmed_again()
    {
        await RunReminderDayAsync();
        var stop = Reply("please stop texting me");

        await WriteBackAsync(stop);
        var entries = (await World.EvidenceAsync()).Count;
        await WriteBackAsync(stop);
        Assert.Equal(entries, (await World.EvidenceAsync()).Count);

        Clock.Advance(Duration.FromMinutes(1));
        await WriteBackAsync("ALTO");

        Assert.Single(Answers());
        Assert.Equal(2, MailsToStaff().Count);
    }

    [Fact]
    public async Task Is_not_confirmed_when_the_provider_has_answered()
    {
        await RunReminderDayAsync();

        await WriteBackAsync(Reply("Stop", provider: "STOP"));

        Assert.True(await IsEndedAsync());
        Assert.Empty(Answers());
    }

    [Fact]
    public async Task Is_not_confirmed_an_hour_late()
    {
        await RunReminderDayAsync();
        var stop = Reply("STOP");
        Clock.Advance(Duration.FromHours(1));

        await WriteBackAsync(stop);

        Assert.True(await IsEndedAsync());
        Assert.Empty(Answers());
    }

    [Fact]
    public async Task A_text_that_waits_for_the_morning_goes_by_mail_at_once()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 6, 30));
        Assert.Equal(NoticeState.Planned, await StateAsync(Mother, Channel.Sms));

        await WriteBackAsync("STOP");

        Assert.Equal(NoticeState.Withheld, await StateAsync(Mother, Channel.Sms));
        Assert.Equal(NoticeState.Delivered, await StateAsync(Mother, Channel.Email));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
        Assert.DoesNotContain((Mother, Channel.Sms), await TakenAsync());
    }

    [Fact]
    public async Task Without_mail_the_case_manager_is_asked_for_a_letter_with_the_day()
    {
        await World.ImportAsync(OakHill.District(), WithoutMothersMail(File()));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        await WriteBackAsync("no me manden mas mensajes");

        var problem = Assert.Single(await ProblemsAsync(ProblemKind.RecipientUnreachable));
        Assert.Contains("2026-11-14", problem.What, StringComparison.Ordinal);
        Assert.Contains("letter", problem.Remedy, StringComparison.Ordinal);
        Assert.Equal((Mother, "T1"), (problem.RecipientId, problem.OwnerId));
    }

    [Fact]
    public async Task Holds_for_every_child_at_the_number()
    {
        await World.ImportAsync(
            OakHill.District(), File(), OakHill.Family("S2", "P2", new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld)));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        await WriteBackAsync("stop");

        Assert.Single(await KeptAsync());
        Assert.Single(await KeptAsync("S2"));
        Assert.Single(Answers());
    }

    [Fact]
    public async Task Holds_in_every_district_that_texts_the_number()
    {
        await RunReminderDayAsync();
        var other = OakHill.District() with { District = OakHill.District().District with { DistrictId = "elm-town" } };
        await World.ImportAsync(other, File() with { DistrictId = "elm-town" });
        await World.RunHourAsync();

        await WriteBackAsync("STOP");

        Assert.True(await IsEndedAsync());
        Assert.True(await IsEndedAsync(districtId: "elm-town"));
        Assert.Single(Answers());
    }

    [Fact]
    public async Task Holds_in_a_district_that_has_not_texted_the_number_yet()
    {
        await RunReminderDayAsync();
        await World.ImportAsync(OakHill.District() with { District = OakHill.District().District with { DistrictId = "elm-town" } });

        await WriteBackAsync("please stop texting me");

        Assert.True(await IsEndedAsync(districtId: "elm-town"));
    }

    [Fact]
    public async Task Is_confirmed_also_when_it_comes_after_the_hours_of_texts()
    {
        await RunReminderDayAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 21, 30));

        await WriteBackAsync("STOP");

        Assert.True(Assert.Single(Answers()).DeliverBefore > Clock.GetCurrentInstant() + Duration.FromMinutes(1));
    }

    [Fact]
    public async Task A_start_that_is_sent_again_later_does_not_undo_a_stop()
    {
        await RunReminderDayAsync();
        var start = Reply("START");
        await WriteBackAsync(start);
        Clock.Advance(Duration.FromMinutes(5));
        await WriteBackAsync("STOP");
        Clock.Advance(Duration.FromHours(1));

        await WriteBackAsync(start with { At = Clock.GetCurrentInstant() });

        Assert.True(await IsEndedAsync());
    }

    [Fact]
    public async Task From_a_number_never_texted_holds_before_the_first_text()
    {
        await ImportAsync();

        await WriteBackAsync("STOP");
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.DoesNotContain(Provider.Messages, message => message.Channel == Channel.Sms);
        Assert.Contains((Mother, Channel.Email), await TakenAsync());
        Assert.Single(await ProblemsAsync(ProblemKind.ReplyFromStranger));
    }

    [Theory]
    [InlineData("stop", "start", false)]
    [InlineData("start", "stop", true)]
    public async Task The_later_of_stop_and_start_holds_whichever_comes_first(string earlier, string later, bool ended)
    {
        await RunReminderDayAsync();
        var first = Reply(earlier);
        Clock.Advance(Duration.FromMinutes(1));
        var second = Reply(later);

        await WriteBackAsync(second);
        await WriteBackAsync(first);

        Assert.Equal(ended, await IsEndedAsync());
    }

    [Fact]
    public async Task Start_lets_texts_come_again_and_is_answered()
    {
        await RunReminderDayAsync();
        await WriteBackAsync("STOP");
        Clock.Advance(Duration.FromDays(1));

        await WriteBackAsync("START");

        Assert.False(await IsEndedAsync());
        Assert.Equal(["answer-stop in es", "answer-start in es"], Answers().Select(one => one.Content.Text));
    }

    [Fact]
    public async Task A_wrong_number_gets_no_more_texts()
    {
        await RunReminderDayAsync();

        await WriteBackAsync("wrong number");

        Assert.True(await IsEndedAsync());
        Assert.Equal(ReplyMeaning.WrongNumber, Assert.Single(await KeptAsync()).Meaning);
        Assert.Single(MailsToStaff());
    }
}
