using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Templates;

/// <summary>The very words that families get.</summary>
public sealed class GoldenNoticeTests
{
    [Theory]
    [MemberData(nameof(FamilyWording.All), MemberType = typeof(FamilyWording))]
    public void Families_get_these_words(FamilyWording wording) =>
        Golden.Check(wording.Name, Words(FamilyWording.Composer.Compose(wording.Facts)));

    [Theory]
    [InlineData("annual-review")]
    [InlineData("meeting-notice")]
    [InlineData("rights-transfer")]
    public void An_adult_student_is_spoken_to(string obligation)
    {
        foreach (var language in TemplateFiles.Languages)
        {
            foreach (var channel in new[] { Channel.Sms, Channel.Email })
            {
                var facts = NoticeFixture.Family(obligation).ToTheStudent().By(channel, language);

                Golden.Check(
                    $"{Wordings.ForFamilies(new(obligation))}-student.{language}.{channel.ToString().ToLowerInvariant()}",
                    Words(FamilyWording.Composer.Compose(facts)));
            }
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void No_invitation_before_the_day_is_promised_when_the_day_is_near(string language)
    {
        foreach (var channel in new[] { Channel.Sms, Channel.Email })
        {
            var facts = NoticeFixture.Family("annual-review").By(channel, language) with { Today = NoticeFixture.DueOn };

            Golden.Check($"annual-review-near.{language}.{channel.ToString().ToLowerInvariant()}", Words(FamilyWording.Composer.Compose(facts)));
            foreach (var days in new[] { 0, 1, 10, 11, 30 })
            {
                // The notice of a meeting goes out ten days before it.
                var text = FamilyWording.Composer.Compose(facts with { Today = NoticeFixture.DueOn.PlusDays(-days) }).Text;
                var promises = channel == Channel.Sms ? (language == "en" ? "to the meeting" : "a la junta") : (language == "en" ? "before that day" : "antes de ese d");
                Assert.Equal(days > 10, text.Contains(promises, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void No_invitation_is_promised_to_a_meeting_that_is_set(string language)
    {
        foreach (var channel in new[] { Channel.Sms, Channel.Email })
        {
            var facts = NoticeFixture.Family("annual-review").By(channel, language);
            // The week after the due date; the due date itself; in time.
            foreach (var (today, meeting) in new[] { (-9, 4), (-9, 0), (-29, -5) })
            {
                var content = FamilyWording.Composer.Compose(facts with
                {
                    Today = NoticeFixture.DueOn.PlusDays(today),
                    PlannedMeeting = new(NoticeFixture.DueOn.PlusDays(meeting), IsNoticed: meeting > 0),
                });

                Assert.DoesNotContain(language == "en" ? "invite you" : "invitaremos", content.Text, StringComparison.Ordinal);
                Assert.Contains(language == "en" ? "The meeting is on " : "La junta es el ", content.Text, StringComparison.Ordinal);
                if (meeting > 0)
                {
                    Golden.Check($"annual-review-meeting.{language}.{channel.ToString().ToLowerInvariant()}", Words(content));
                }
            }

            // One that was, and that nobody recorded as held.
            var past = FamilyWording.Composer.Compose(facts with { PlannedMeeting = new(facts.Today.PlusDays(-1), IsNoticed: true) });
            Assert.DoesNotContain(language == "en" ? "invite you" : "invitaremos", past.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(language == "en" ? "The meeting is" : "La junta es", past.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void The_mail_of_a_meeting_looks_like_this(string language) =>
        Golden.Check(
            $"meeting.{language}.email-html",
            FamilyWording.Composer.Compose(NoticeFixture.Family("meeting-notice").By(Channel.Email, language)).Html!);

    [Theory]
    [InlineData(MeetingNews.Invitation)]
    [InlineData(MeetingNews.Changed)]
    [InlineData(MeetingNews.Cancelled)]
    public void The_calendar_of_a_meeting_looks_like_this(MeetingNews news)
    {
        foreach (var language in TemplateFiles.Languages)
        {
            var facts = NoticeFixture.Family("meeting-notice").By(Channel.Email, language).Saying(news);
            var file = FamilyWording.Composer.Compose(facts).Calendar!;

            Golden.Check($"{Wordings.ForFamilies(facts.DueDate.Obligation, news)}.{language}.email-ics", file.Text);
            // The calendar is seen by more people than the mail.
            Assert.DoesNotMatch(PrivacyTests.Telling(), file.Text);
            Assert.DoesNotContain("Maya", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Quintanilla", file.Text, StringComparison.Ordinal);
        }

        Assert.Null(FamilyWording.Composer.Compose(NoticeFixture.Family("annual-review")).Calendar);
    }

    [Fact]
    public void A_language_without_wordings_gets_english_and_the_offer_to_explain()
    {
        var content = FamilyWording.Composer.Compose(NoticeFixture.Family("annual-review").By(Channel.Email, "vi"));

        Golden.Check("annual-review.vi-in-english.email", Words(content));
        Assert.Equal("en", content.Language);
        Assert.Equal("no wording in 'vi' that the district uses; written in 'en'", content.Note);
    }

    internal static string Words(NoticeContent content) =>
        content.Subject.Length == 0 ? content.Text : $"Subject: {content.Subject}\n\n{content.Text}";
}
