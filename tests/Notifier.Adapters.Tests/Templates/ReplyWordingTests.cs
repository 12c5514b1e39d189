using NodaTime;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Templates;

/// <summary>The texts that answer a text, and the mail that tells the case manager of it.</summary>
public sealed class ReplyWordingTests
{
    public static TheoryData<string, string> Answers
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var wording in (string[])[Wordings.AnswerStop, Wordings.AnswerStart, Wordings.AnswerHelp])
            {
                foreach (var language in TemplateFiles.Languages)
                {
                    rows.Add(wording, language);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_reply_is_answered_in_these_words(string wording, string language) =>
        Golden.Check($"{wording}.{language}.sms", Answer(wording, language, NoticeFixture.District).Text);

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_fits_two_segments_names_the_district_and_says_how_to_change_it(string wording, string language)
    {
        var district = NoticeFixture.District with { Name = "Rancho Santa Margarita Unified Independent School District" };

        var text = Answer(wording, language, district).Text;

        Assert.InRange(SegmentCount.Of(text).Segments, 1, 2);
        Assert.True(SegmentCount.Of(text).IsGsm7, text);
        Assert.StartsWith(district.Name, text, StringComparison.Ordinal);
        Assert.Contains("(512) 555-0100", text, StringComparison.Ordinal);
        Assert.Contains(wording == Wordings.AnswerStop ? "START" : "STOP", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_tells_a_stranger_nothing_and_is_easy_to_read(string wording, string language)
    {
        var text = Answer(wording, language, NoticeFixture.District with { Name = "We" }).Text;

        Assert.DoesNotMatch(PrivacyTests.Telling(), text);
        Assert.All(ReadingLevel.LongSentences(text), sentence => Assert.True(
            language == "es" ? ReadingLevel.EaseOfSpanish(sentence) > 55 : ReadingLevel.GradeOfEnglish(sentence) < 8, sentence));
    }

    [Fact]
    public void A_district_without_a_phone_still_answers()
    {
        var district = NoticeFixture.District with { Policies = new DistrictPolicies() };

        Assert.DoesNotContain("Questions", Answer(Wordings.AnswerHelp, "en", district).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_case_manager_reads_this()
    {
        Golden.Check("staff-reply.en.email", Words(Facts("Friday is bad.\n## Not a heading\nWhat about Monday?")));
        Golden.Check("staff-reply-picture.en.email", Words(Facts("") with { MeetingOn = null, Attachments = 2 }));
    }

    [Fact]
    public void What_a_stranger_wrote_stays_words()
    {
        var html = FamilyWording.Composer.Compose(Facts("<a href='https://example.org'>tap</a> {{Student}}")).Html!;

        Assert.DoesNotContain("<a href='https://example.org'", html, StringComparison.Ordinal);
        Assert.Contains("{{Student}}", html, StringComparison.Ordinal);
    }

    private static NoticeContent Answer(string wording, string language, District district) => FamilyWording.Composer.Compose(new AnswerFacts
    {
        District = district,
        Recipient = NoticeFixture.Guardian with { Channel = Channel.Sms, Language = language },
        Wording = wording,
    });

    private static ReplyFacts Facts(string text) => new()
    {
        District = NoticeFixture.District,
        Recipient = NoticeFixture.ToCaseManager,
        Student = NoticeFixture.Student,
        Plan = new Plan { PlanId = "P1", StudentId = "S1", Kind = Law.PlanKind.Iep, CaseManagerId = "T1" },
        Contact = NoticeFixture.Guardian.Name,
        Said = "asks for another time",
        What = "They ask for another day or time.",
        Remedy = "Agree on a time with them, change the meetingScheduled date and import it: everybody is told.",
        Text = text,
        At = new LocalDateTime(2026, 12, 17, 14, 5),
        MeetingOn = NoticeFixture.Meeting.On,
        Today = NoticeFixture.Today,
    };

    private static string Words(ReplyFacts facts)
    {
        var content = FamilyWording.Composer.Compose(facts);
        return $"Subject: {content.Subject}\n\n{content.Text}";
    }
}
