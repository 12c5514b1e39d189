using NodaTime;
using Notifier.Application.Problems;
using Notifier.Delivery.Replies;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>What becomes of everything else that people write back.</summary>
public sealed class RecordReplyTests : ReplyTest
{
    private const string Words = "He broke his arm, who picks him up?";

    private static readonly PlanDate Meeting = new(PlanDateKind.MeetingScheduled, new LocalDate(2026, 12, 3), "9:30; Room 4");

    [Fact]
    public async Task What_is_not_understood_reaches_the_case_manager_with_its_words_and_is_not_answered()
    {
        await RunReminderDayAsync();

        await WriteBackAsync(Words);

        Assert.Equal("t1@example.org", Assert.Single(MailsToStaff()).Address);
        Assert.Empty(Answers());
        var kept = Assert.Single(await KeptAsync());
        Assert.Equal((Words, ReplyMeaning.Other), (kept.Text, kept.Meaning));
        Assert.DoesNotContain(await World.EvidenceAsync(), row => row.Detail.Contains("arm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_is_answered_by_text_and_needs_nobody()
    {
        await RunReminderDayAsync();

        await WriteBackAsync("Who is this?");

        Assert.Equal("answer-help in es", Assert.Single(Answers()).Content.Text);
        Assert.Empty(MailsToStaff());
    }

    [Theory]
    [InlineData("1", ReplyMeaning.ConfirmsMeeting)]
    [InlineData("2", ReplyMeaning.AsksForOtherTime)]
    [InlineData("Necesito un intérprete", ReplyMeaning.AsksForInterpreter)]
    public async Task A_word_on_the_meeting_is_evidence_of_its_last_text_and_is_mailed(string text, ReplyMeaning meaning)
    {
        await InviteAsync();
        // She was invited when it was scheduled; what she answers is the text that reminded her.
        var last = (await World.NoticesAsync()).Where(row =>
            row.Obligation.Value == "meeting-notice" && row.RecipientId == Mother && row.Meeting is not null)
            .MaxBy(row => row.AttemptedAt)!;

        await WriteBackAsync(text);

        var entry = Assert.Single(await EvidenceAsync(EvidenceKind.ReplyReceived));
        Assert.Equal(last.NoticeId, entry.NoticeId);
        Assert.Equal(meaning.ToString(), EvidenceDetail.Find(entry.Detail, "meaning"));
        Assert.Equal("2026-12-03", EvidenceDetail.Find(entry.Detail, "meeting"));
        Assert.Single(MailsToStaff());
        Assert.Empty(Answers());
    }

    [Fact]
    public async Task A_yes_that_may_mean_two_meetings_is_for_a_person()
    {
        var dates = new[] { new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld), Meeting };
        await World.ImportAsync(OakHill.District(), OakHill.Family(dates), OakHill.Family("S2", "P2", dates));
        await World.RunUntilAsync(OakHill.At(2026, 11, 13, 12));

        await WriteBackAsync("yes");

        Assert.True(Assert.Single(await KeptAsync()).IsUnclear);
        Assert.True(Assert.Single(await KeptAsync("S2")).IsUnclear);
        Assert.Equal(2, MailsToStaff().Count);
    }

    [Fact]
    public async Task A_yes_after_the_meeting_answers_no_meeting()
    {
        await InviteAsync();
        Clock.MoveTo(OakHill.At(2026, 12, 4, 9));

        await WriteBackAsync("yes");

        Assert.DoesNotContain(await KeptAsync(), one => one.IsUnclear);
        Assert.Single(MailsToStaff());
    }

    [Fact]
    public async Task A_stranger_is_listed_once()
    {
        await RunReminderDayAsync();

        await WriteBackAsync(Reply("hello", from: "+15125550177"));
        await WriteBackAsync(Reply("hello?", from: "+15125550177"));

        Assert.Single(await ProblemsAsync(ProblemKind.ReplyFromStranger));
        Assert.Empty(MailsToStaff());
    }

    [Fact]
    public async Task The_record_of_attempts_says_what_was_sent_when_and_what_was_answered()
    {
        await InviteAsync();
        Clock.Advance(Duration.FromMinutes(12));
        await WriteBackAsync("Sí, ahí estaré");
        await WriteBackAsync("STOP");

        var reading = await World.UseCases.EvidenceReport.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);
        var text = Notifier.Application.Evidence.AttemptRecord.ToText(reading);

        Assert.Matches(
            @"(?s)Notice of a meeting on the plan, due Monday, November 23, 2026\s+Plan P1, notice \w{8}\s+Meeting: Thursday, December 3, 2026\s+To: María Peña \(mother, S1-C1\)"
            + @"\s+By: text \(\+15125550142, on file today and the number that was used\)\s+Language: Spanish"
            + @".*?Fri Nov 13, 2026, 8:00 AM CST  first attempt, by text, in Spanish"
            + @".*?Fri Nov 13, 2026, 12:12 PM CST  María Peña \(mother, S1-C1\) answered: will come to the meeting \(meeting of Thu Dec 3, 2026\), received Fri Nov 13, 2026, 12:12 PM CST\s+""Sí, ahí estaré"" \(their words; hash agrees\)",
            text);
        Assert.Contains("\"STOP\"", text, StringComparison.Ordinal);
        Assert.True(reading.Check.IsWhole);
        using var json = System.Text.Json.JsonDocument.Parse(Notifier.Application.Evidence.EvidenceDocument.ToJson(reading));
        Assert.Contains(
            json.RootElement.GetProperty("entries").EnumerateArray(),
            entry => entry.TryGetProperty("reply", out var reply) && reply.GetString() == "Sí, ahí estaré");
    }

    /// <summary>The process ends after any step, and the message comes again: the same end, and nothing twice.</summary>
    [Theory]
    [InlineData("STOP", 1, 1)]
    [InlineData("2", 0, 1)]
    [InlineData("ayuda", 1, 0)]
    public async Task A_crash_at_any_step_loses_nothing_and_repeats_nothing(string text, int answers, int mails)
    {
        for (var step = 1; ; step++)
        {
            var scene = new CrashScene();
            if (!await scene.RunAsync(text, step))
            {
                Assert.True(step > 10, $"only {step} steps");
                return;
            }

            Assert.Equal((step, answers, mails, 1), (step, scene.Answers().Count, scene.MailsToStaff().Count, (await scene.KeptAsync()).Count));
        }
    }

    private async Task InviteAsync()
    {
        await ImportAsync(File(Meeting));
        await World.RunUntilAsync(OakHill.At(2026, 11, 13, 12));
    }

    private sealed class CrashScene : ReplyTest
    {
        public new IReadOnlyList<Notifier.Application.Delivery.Attempts.OutgoingMessage> Answers() => base.Answers();

        public new IReadOnlyList<Notifier.Application.Delivery.Attempts.OutgoingMessage> MailsToStaff() => base.MailsToStaff();

        public Task<IReadOnlyList<Notifier.Application.Delivery.Replies.ReplyRow>> KeptAsync() => base.KeptAsync();

        /// <returns>False when it ended before that step.</returns>
        public async Task<bool> RunAsync(string text, int crashAt)
        {
            await RunReminderDayAsync();
            var reply = Reply(text, "SM1");
            var steps = 0;
            void Step(string what, string where)
            {
                if (++steps == crashAt)
                {
                    throw new CrashException($"{what} {where}");
                }
            }

            var broken = new FlowWorld(
                new WatchedTables(Tables, Step, Step), new WatchedQueues(Queues, Queues, Step, Step), Queues, Provider, Clock);
            try
            {
                await broken.UseCases.RecordReply.RunAsync(reply, CancellationToken.None);
                return false;
            }
            catch (CrashException)
            {
                // The message is delivered again to the next process.
            }

            await WriteBackAsync(reply);
            return true;
        }
    }
}
