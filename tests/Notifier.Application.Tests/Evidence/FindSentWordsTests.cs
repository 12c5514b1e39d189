using NodaTime;
using Notifier.Application.Evidence;
using Notifier.Application.Notices;
using Notifier.Application.ScheduleChanges;
using Notifier.Application.Tests.Flow;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Evidence;

/// <summary>Words pass for those that were sent where their hash says so, and nowhere else.</summary>
public sealed class FindSentWordsTests : ReplyTest
{
    private static readonly PlanDate Meeting = new(PlanDateKind.MeetingScheduled, new LocalDate(2026, 12, 3), "9:30; Room 4");

    /// <summary>Due dates, a meeting's invitation and reminder, problems, replies, a changed day: each kind of notice there is.</summary>
    [Fact]
    public async Task Every_notice_of_a_year_is_composed_again_word_for_word()
    {
        var file = File(Meeting) with { Accommodations = [new Accommodation("P1", "scheduleChangeNotice", "")] };
        await World.ImportAsync(OakHill.District(), file);
        await World.RunUntilAsync(OakHill.At(2026, 10, 20, 7));
        await World.AnnounceAsync(GivenChange.Testing(new LocalDate(2026, 10, 21), Clock.GetCurrentInstant()));
        await World.RunUntilAsync(OakHill.At(2026, 11, 13, 12));
        await WriteBackAsync("2");
        await World.ImportAsync(OakHill.District(), file with
        {
            Plans = [.. file.Plans.Select(plan => plan with { Dates = [plan.Dates[0], Meeting with { Date = new LocalDate(2026, 12, 8) }] })],
        });
        await World.RunUntilAsync(OakHill.At(2026, 11, 16, 12));
        await WriteBackAsync("STOP");

        var reading = await ReadAsync();
        var sent = Provider.Messages.ToDictionary(message => message.AttemptId);
        var kinds = reading.Words.Keys.Select(id => sent[id].Content.Template.Split('/')[0]).ToHashSet();

        Assert.Superset(new HashSet<string> { "annual-review", "meeting", "meeting-reminder", "meeting-changed", "staff-problem", "staff-reply", "answer-stop" }, kinds);
        Assert.True(kinds.Count > 8, string.Join(", ", kinds));
        Assert.All(reading.Words.Values, words => Assert.True(words.Text is not null, $"{sent[words.AttemptId].Content.Template}: {words.Why}"));
        Assert.All(reading.Words.Values, words => Assert.Equal(sent[words.AttemptId].Content.Text, words.Text));
    }

    [Fact]
    public async Task A_duty_that_ended_since_does_not_hide_the_words_of_its_reminder()
    {
        await RunReminderDayAsync();
        await ImportAsync(File(new PlanDate(PlanDateKind.EvaluationCompleted, new LocalDate(2026, 10, 15)), new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 10, 15)), new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 10, 16))));
        Clock.MoveTo(OakHill.At(2026, 10, 16, 12));
        await World.RunHourAsync();

        var words = (await ReadAsync()).Words[(await NoticeAsync(Mother, Channel.Sms)).AttemptId];

        Assert.Equal("annual-review in es" + PlainTemplates.First, words.Text);
    }

    [Fact]
    public async Task Other_words_than_those_sent_are_never_shown()
    {
        await RunReminderDayAsync();
        await ImportAsync(File() with
        {
            Contacts = [OakHill.Mother(OakHill.StudentId) with { Language = "en" }, OakHill.Father(OakHill.StudentId)],
        });

        var words = (await ReadAsync()).Words[(await NoticeAsync(Mother, Channel.Sms)).AttemptId];

        Assert.Null(words.Text);
        Assert.Matches(
            @"^The words sent cannot be shown: the record keeps their hash alone \([0-9a-f]{8}\), wording annual-review/es#plain\. Composed today it would have the wording annual-review/en#plain: other words, or another language\.$",
            words.Why);
    }

    [Fact]
    public async Task Why_words_cannot_be_shown_names_the_way_in_which_they_were_said()
    {
        await World.ImportAsync(OakHill.District(), File(Meeting));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 12));
        var invitation = (await World.NoticesAsync()).First(row => row.Meeting is not null && row.RecipientId == Mother);
        await World.ImportAsync(OakHill.District(), File(Meeting) with
        {
            Contacts = [OakHill.Mother(OakHill.StudentId) with { Language = "en" }, OakHill.Father(OakHill.StudentId)],
        });

        var words = (await ReadAsync()).Words[invitation.AttemptId];

        Assert.Contains("wording meeting/es#plain. Composed today it would have the wording meeting/en#plain:", words.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_on_file_any_more_cannot_be_written_to_again()
    {
        await RunReminderDayAsync();
        await ImportAsync(File() with { Contacts = [OakHill.Mother(OakHill.StudentId)] });

        var words = (await ReadAsync()).Words[(await NoticeAsync(Father, Channel.Email)).AttemptId];

        Assert.Null(words.Text);
        Assert.EndsWith("What it was about, or whom it went to, is not on file any more.", words.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_the_words_sent_is_shown_and_named()
    {
        await RunReminderDayAsync();
        var attempt = (await NoticeAsync(Father, Channel.Email)).AttemptId;
        var content = Provider.Messages.Single(message => message.AttemptId == attempt).Content;

        var words = await FindAsync(new Files(new SentFile("day/email.eml", content.Subject, content.Text, content.Html)), attempt);

        Assert.Equal((content.Text, content.Subject, "day/email.eml", true), (words.Text, words.Subject, words.File, words.IsFromFile));
        Assert.Equal("These are the words sent, from the outbox file day/email.eml; the hash kept at the sending agrees.", words.Why);
    }

    [Fact]
    public async Task A_file_that_was_written_over_is_not_believed()
    {
        await RunReminderDayAsync();
        var attempt = (await NoticeAsync(Father, Channel.Email)).AttemptId;

        var words = await FindAsync(new Files(new SentFile("day/email.eml", "annual-review", "something else", null)), attempt);

        Assert.Equal("annual-review in en", words.Text);
        Assert.False(words.IsFromFile);
        Assert.EndsWith("The outbox file day/email.eml does NOT hold the words sent: its hash differs.", words.Why, StringComparison.Ordinal);
    }

    private async Task<SentWords> FindAsync(Files files, string attempt) =>
        (await new FindSentWords(new NoticeComposer(new PlainTemplates()), new PastSubjects(new KeptScheduleChanges(Tables)), files)
            .RunAsync(await ReadAsync(), CancellationToken.None))[attempt];

    private Task<EvidenceReading> ReadAsync() =>
        World.UseCases.EvidenceReport.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);

    private sealed class Files(SentFile file) : ISentFiles
    {
        public SentFile? Find(string attemptId) => file;
    }
}
