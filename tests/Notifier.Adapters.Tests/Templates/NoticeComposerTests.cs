using Notifier.Application.Notices;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Templates;

public sealed class NoticeComposerTests
{
    private static readonly NoticeComposer Composer = FamilyWording.Composer;

    [Theory]
    [InlineData("es", "es", null)]
    [InlineData("ES", "es", null)]
    [InlineData("es-MX", "es", null)]
    [InlineData("", "en", null)]
    [InlineData("vi", "en", "no wording in 'vi' that the district uses; written in 'en'")]
    [InlineData("qq", "en", "no wording in 'qq' that the district uses; written in 'en'")]
    public void Is_written_in_the_recipients_language_or_says_why_not(string asked, string written, string? note)
    {
        var content = Composer.Compose(NoticeFixture.Family("annual-review").By(Channel.Sms, asked));

        Assert.Equal((written, note), (content.Language, content.Note));
    }

    [Fact]
    public void Falls_back_along_the_districts_own_order_and_uses_no_other_language()
    {
        NoticeContent In(string asked, params string[] languages)
        {
            var facts = NoticeFixture.Family("annual-review").By(Channel.Sms, asked);
            var policies = facts.District.Policies with { Languages = languages };
            return Composer.Compose(facts with { District = facts.District with { Policies = policies } });
        }

        Assert.Equal("es", In("vi", "es", "en").Language);
        Assert.Equal("en", In("es", "en").Language);
        Assert.Equal("en", In("vi", "vi").Language);
        Assert.Equal("en", In("vi").Language);
    }

    [Theory]
    [InlineData("2027-01-15", "2027-01-15", "Friday, January 15")]
    [InlineData("2027-01-17", "2027-01-15", "Friday, January 15")]
    [InlineData("2026-12-20", "2026-12-16", "Sunday, December 20")]
    [InlineData("2027-01-17", null, "Sunday, January 17")]
    public void Promises_families_the_last_school_day_while_it_lies_ahead(string due, string? practical, string said)
    {
        var facts = NoticeFixture.Family("annual-review");
        var days = NodaTime.Text.LocalDatePattern.Iso;
        facts = facts with
        {
            DueDate = facts.DueDate with
            {
                DueOn = days.Parse(due).Value,
                LastPracticalDay = practical is null ? null : days.Parse(practical).Value,
            },
        };

        Assert.Contains($"Review by: {said}\n", Composer.Compose(facts).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+15125550142", "+15125550100", "Call Dana Reyes at (512) 555-0142.")]
    [InlineData("", "+15125550100", "Call Dana Reyes at (512) 555-0100.")]
    [InlineData("", "", "Write to Dana Reyes at dreyes@example.org.")]
    public void Always_says_whom_to_call(string caseManager, string office, string words)
    {
        var facts = NoticeFixture.Family("annual-review");
        facts = facts with
        {
            CaseManager = NoticeFixture.CaseManager with { Phone = caseManager },
            District = facts.District with { Policies = facts.District.Policies with { OfficePhone = office } },
        };

        Assert.Contains(words, Composer.Compose(facts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_case_manager_the_district_is_called()
    {
        var facts = NoticeFixture.Family("annual-review") with { CaseManager = null };

        Assert.Contains("Call (512) 555-0100.", Composer.Compose(facts).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void With_nobody_to_call_there_is_an_error_that_names_the_remedy()
    {
        var facts = NoticeFixture.Family("annual-review");
        facts = facts with { CaseManager = null, District = facts.District with { Policies = new DistrictPolicies() } };

        var error = Assert.Throws<TemplateException>(() => Composer.Compose(facts));

        Assert.Contains("policies.officePhone", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_name_is_an_error_and_never_a_gap(string firstName)
    {
        var facts = NoticeFixture.Family("annual-review");

        var error = Assert.Throws<TemplateException>(
            () => Composer.Compose(facts with { Student = facts.Student with { FirstName = firstName } }));

        Assert.Contains("annual-review", error.Message, StringComparison.Ordinal);
        Assert.Contains("Student", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_without_a_day_is_an_error()
    {
        var facts = NoticeFixture.Family("meeting-notice") with { Meeting = null };
        facts = facts with { DueDate = facts.DueDate with { StartedOn = new(2026, 1, 15) } };

        Assert.Contains("Meeting", Assert.Throws<TemplateException>(() => Composer.Compose(facts)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_of_which_only_the_day_is_known_is_announced_with_its_day()
    {
        var content = Composer.Compose(NoticeFixture.Family("meeting-notice") with { Meeting = null });

        Assert.Contains("Day: Tuesday, January 26", content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Time:", content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_due_date_without_a_date_is_never_written_about()
    {
        var facts = NoticeFixture.Staff("annual-review");

        Assert.Throws<TemplateException>(() => Composer.Compose(facts with { DueDate = facts.DueDate with { DueOn = null } }));
    }

    [Fact]
    public void Names_cannot_write_html_or_a_wording()
    {
        var facts = NoticeFixture.Family("annual-review");
        facts = facts with
        {
            Student = facts.Student with { FirstName = "<b onclick='x'>Al & \"Bo\"</b>{{Law}}\n## Hi" },
            School = facts.School with { Name = "Lincoln <i>" },
        };

        var content = Composer.Compose(facts);

        Assert.Contains("&lt;b onclick=&#39;x&#39;&gt;Al &amp; &quot;Bo&quot;&lt;/b&gt;{{Law}} ## Hi", content.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", content.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b ", content.Html, StringComparison.Ordinal);
        Assert.Contains("<b onclick='x'>Al & \"Bo\"</b>{{Law}} ## Hi", content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fingerprint_names_the_words_that_were_used()
    {
        var content = Composer.Compose(NoticeFixture.Family("annual-review").By(Channel.Sms, "es"));

        Assert.Equal($"annual-review/es#{TemplateFiles.Fingerprint("es", "annual-review", Channel.Sms)}", content.Template);
        Assert.NotEqual(
            TemplateFiles.Fingerprint("es", "annual-review", Channel.Sms), TemplateFiles.Fingerprint("es", "annual-review", Channel.Email));
    }
}
