using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Templates;

/// <summary>A text costs two segments at most, also with the longest names that are likely to meet.</summary>
public sealed class SegmentBudgetTests
{
    public static TheoryData<string, string> Obligations
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var obligation in ReminderLadder.Default.Obligations.Where(LadderWordingTests.FamiliesMayHear))
            {
                foreach (var language in TemplateFiles.Languages)
                {
                    rows.Add(obligation.Value, language);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Obligations))]
    public void Fits_two_segments_with_the_longest_names(string obligation, string language)
    {
        var facts = NoticeFixture.Family(obligation).By(Channel.Sms, language)
            .WithLongNames("Maximiliano", "Martin Luther King Jr. Elementary School");

        foreach (var one in from who in new[] { facts, facts.ToTheStudent() } from news in Enum.GetValues<MeetingNews>() select who.Saying(news))
        {
            var content = FamilyWording.Composer.Compose(one);

            Assert.InRange(SegmentCount.Of(content.Text).Segments, 1, 2);
            Assert.Contains("STOP", content.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Obligations))]
    public void Fits_two_segments_with_accents_in_the_names(string obligation, string language)
    {
        var facts = NoticeFixture.Family(obligation).By(Channel.Sms, language)
            .WithLongNames("María Guadalupe", "César Chávez Learning Academy and Preparatory School");

        foreach (var one in from who in new[] { facts, facts.ToTheStudent() } from news in Enum.GetValues<MeetingNews>() select who.Saying(news))
        {
            var content = FamilyWording.Composer.Compose(one);

            Assert.InRange(SegmentCount.Of(content.Text).Segments, 1, 2);
            Assert.Contains("STOP", content.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Obligations))]
    public void Names_without_accents_leave_spanish_in_the_cheap_alphabet(string obligation, string language)
    {
        var facts = NoticeFixture.Family(obligation).By(Channel.Sms, language);
        // A year after the 15th is a "sábado", which has an accent of its own.
        facts = facts with { DueDate = facts.DueDate with { DueOn = NoticeFixture.DueOn.PlusDays(-1) } };
        var content = FamilyWording.Composer.Compose(facts);

        Assert.True(SegmentCount.Of(content.Text).IsGsm7, content.Text);
        Assert.Null(content.Note);
    }

    [Fact]
    public void A_text_that_accents_make_too_long_loses_the_accents_and_no_word()
    {
        var facts = NoticeFixture.Family("meeting-notice").By(Channel.Sms, "es")
            .WithLongNames("María Guadalupe", "Lincoln Elementary");

        var content = FamilyWording.Composer.Compose(facts);

        Assert.Contains("Maria Guadalupe", content.Text, StringComparison.Ordinal);
        Assert.Contains("Responda 1 si viene, 2 para otra hora, 3 para traductor.", content.Text, StringComparison.Ordinal);
        Assert.EndsWith("De Cedar Valley School District. STOP: no mas textos.", content.Text, StringComparison.Ordinal);
        Assert.Equal("in the form Trimmed, 2 segments", content.Note);
    }

    [Fact]
    public void Accents_that_cost_nothing_are_kept()
    {
        var facts = NoticeFixture.Family("meeting-notice").By(Channel.Sms, "es")
            .WithLongNames("Zoé Peña", "Lincoln");

        var content = FamilyWording.Composer.Compose(facts);

        Assert.Contains("Zoé Peña", content.Text, StringComparison.Ordinal);
        Assert.Null(content.Note);
    }
}
