using NodaTime;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Templates;

/// <summary>The very words about a day that will not follow the routine.</summary>
public sealed class ChangedDayWordingTests
{
    // Thu 2026-12-17; the day is tomorrow.
    private static readonly LocalDate Tomorrow = NoticeFixture.Today.PlusDays(1);

    private static readonly ScheduleChange Testing = new()
    {
        ChangeId = "testing",
        Version = 1,
        DistrictId = "D1",
        Date = Tomorrow,
        Kind = ScheduleChangeKind.Testing,
        Summary = new Dictionary<string, string> { ["en"] = "Practice tests all morning; lunch at 12:30." },
        PostedAt = Instant.FromUtc(2026, 12, 17, 18, 0),
    };

    private static readonly ScheduleChange EarlyRelease = Testing with
    {
        ChangeId = "early",
        Kind = ScheduleChangeKind.EarlyRelease,
        StartsAt = new LocalTime(12, 0),
        Summary = new Dictionary<string, string> { ["en"] = "School ends at noon.", ["es"] = "Las clases terminan a las 12." },
    };

    private static readonly ScheduleChange Closure = Testing with
    {
        ChangeId = "snow",
        Kind = ScheduleChangeKind.Closure,
        Summary = new Dictionary<string, string>(),
    };

    public static TheoryData<DayTone, string, Channel> Wordings
    {
        get
        {
            var rows = new TheoryData<DayTone, string, Channel>();
            foreach (var tone in Enum.GetValues<DayTone>().Where(tone => tone != DayTone.Again))
            {
                foreach (var language in TemplateFiles.Languages)
                {
                    rows.Add(tone, language, Channel.Sms);
                    rows.Add(tone, language, Channel.Email);
                }
            }

            return rows;
        }
    }

    public static TheoryData<ScheduleChangeKind, string> Kinds
    {
        get
        {
            var rows = new TheoryData<ScheduleChangeKind, string>();
            foreach (var kind in Enum.GetValues<ScheduleChangeKind>())
            {
                foreach (var language in TemplateFiles.Languages)
                {
                    rows.Add(kind, language);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Families_get_these_words(DayTone tone, string language, Channel channel) =>
        Golden.Check(
            $"{Notices.Wordings.ForChangedDay(tone)}.{language}.{channel.ToString().ToLowerInvariant()}",
            Words(Compose(Facts(tone, language, channel, tone == DayTone.Normal ? [] : [Testing, EarlyRelease]))));

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void A_closed_school_is_told_like_this(string language) =>
        Golden.Check($"changed-day-closure.{language}.sms", Words(Compose(Facts(DayTone.First, language, Channel.Sms, [Closure]))));

    [Fact]
    public void A_day_that_is_not_tomorrow_is_told_by_its_date() =>
        Golden.Check("changed-day-monday.en.sms", Words(Compose(
            Facts(DayTone.First, "en", Channel.Sms, [Testing with { Date = Tomorrow.PlusDays(3) }]) with { On = Tomorrow.PlusDays(3) })));

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Nothing_is_said_of_a_disability_a_plan_or_a_surname(DayTone tone, string language, Channel channel)
    {
        var content = Compose(Facts(tone, language, channel, [Testing, EarlyRelease]) with
        {
            Recipient = NoticeFixture.Guardian with { Name = "Rosa Campos", Channel = channel, Language = language },
        });

        Assert.DoesNotMatch(PrivacyTests.Telling(), channel == Channel.Sms ? content.Text : content.Subject);
        Assert.DoesNotContain(NoticeFixture.Student.LastName, content.Text + content.Subject + content.Html, StringComparison.Ordinal);
        if (channel == Channel.Email)
        {
            Assert.DoesNotContain("Maya", content.Subject, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Is_easy_to_read(DayTone tone, string language, Channel channel)
    {
        var facts = Facts(tone, language, channel, [Closure]) with { School = NoticeFixture.School with { Name = "We" }, IsFirstText = false };
        var text = Compose(facts).Text;

        Assert.All(ReadingLevel.LongSentences(text), sentence =>
        {
            if (language == "es")
            {
                Assert.InRange(ReadingLevel.EaseOfSpanish(sentence), 55, 140);
            }
            else
            {
                Assert.InRange(ReadingLevel.GradeOfEnglish(sentence), -5, 9);
            }
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_said_where_the_office_gave_no_words_in_the_language(ScheduleChangeKind kind, string language)
    {
        var change = Testing with { Kind = kind, Summary = new Dictionary<string, string>() };

        var text = Compose(Facts(DayTone.First, language, Channel.Sms, [change])).Text;

        Assert.Contains(LanguageWords.For(language).DayChanges[PlanDates(kind)], text, StringComparison.Ordinal);
        Assert.True(SegmentCount.Of(text).IsGsm7, text);
    }

    [Theory]
    [MemberData(nameof(Wordings))]
    public void A_text_fits_two_segments_with_long_names_two_changes_and_the_longest_summary(DayTone tone, string language, Channel channel)
    {
        var summary = "Exámenes de práctica toda la mañana; el almuerzo será a las 12:30 y la educación física cambia al miércoles a las 9:45 sí.";
        Assert.InRange(summary.Length, ScheduleChangeCheck.LongestSummary - 2, ScheduleChangeCheck.LongestSummary + 2);
        var loud = Testing with { Summary = new Dictionary<string, string> { ["es"] = summary, ["en"] = summary } };
        foreach (var name in new[] { "Maximiliano", "María Guadalupe" })
        {
            var facts = Facts(tone, language, channel, tone == DayTone.Normal ? [] : [loud, EarlyRelease]) with
            {
                Student = NoticeFixture.Student with { FirstName = name },
                School = NoticeFixture.School with { Name = "César Chávez Learning Academy and Preparatory School" },
            };
            var content = Compose(facts);

            Assert.True(channel == Channel.Email || SegmentCount.Of(content.Text).Segments <= 2, content.Text);
        }
    }

    [Theory]
    [InlineData(13, "Las clases terminan a la 1:00 p.m.")]
    [InlineData(14, "Las clases terminan a las 2:00 p.m.")]
    public void Spanish_says_one_oclock_in_the_singular(int hour, string said)
    {
        var change = EarlyRelease with { StartsAt = new LocalTime(hour, 0), Summary = new Dictionary<string, string>() };

        Assert.Contains(said, Compose(Facts(DayTone.First, "es", Channel.Sms, [change])).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Early release: no clubs!", "School ends at 12:00 p.m. Early release: no clubs!")]
    [InlineData("en", "Buses leave at 12:10.", "School ends at 12:00 p.m. Buses leave at 12:10.")]
    [InlineData("en", "Early release for grades 3-5.", "School ends at 12:00 p.m. Early release for grades 3-5.")]
    [InlineData("es", "Salida temprano: no hay clubes", "Las clases terminan a las 12:00 p.m. Salida temprano: no hay clubes.")]
    [InlineData("en", "School ends at noon.", "School ends at noon.")]
    public void The_hour_at_which_school_ends_is_said_where_the_offices_words_leave_it_out(string language, string words, string said)
    {
        var change = EarlyRelease with { Summary = new Dictionary<string, string> { [language] = words } };

        var text = Compose(Facts(DayTone.First, language, Channel.Sms, [change])).Text;

        Assert.Contains($" {said}", text, StringComparison.Ordinal);
        Assert.Equal(said.Contains("12:00", StringComparison.Ordinal), text.Contains("12:00", StringComparison.Ordinal));
        Assert.InRange(SegmentCount.Of(text).Segments, 1, 2);
    }

    [Fact]
    public void Accents_that_cost_half_the_room_are_left_off_before_words_are()
    {
        var spoken = Testing with { Summary = new Dictionary<string, string> { ["es"] = "Exámenes de práctica toda la mañana; el almuerzo será a las 12:30, y la salida es a la hora de siempre." } };

        var content = Compose(Facts(DayTone.First, "es", Channel.Sms, [spoken]));

        Assert.Contains("Examenes de practica toda la mañana; el almuerzo sera a las 12:30", content.Text, StringComparison.Ordinal);
        Assert.StartsWith("in the form Trimmed", content.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "🎉🎈 Field day! ")]
    [InlineData("es", "“Día de campo” — ")]
    [InlineData("es", "学校明天有考试，请准时到校。")]
    public void A_summary_in_letters_for_which_a_text_has_little_room_still_fits_two_segments(string language, string written)
    {
        var summary = string.Concat(Enumerable.Repeat(written, 20))[..(ScheduleChangeCheck.LongestSummary - 1)];
        var wide = Testing with { Summary = new Dictionary<string, string> { [language] = summary } };

        var content = Compose(Facts(DayTone.First, language, Channel.Sms, [wide]));

        Assert.InRange(SegmentCount.Of(content.Text).Segments, 1, 2);
        // What falls away is the office's words, never the day, the child or the kind of change.
        Assert.Contains("18", content.Text, StringComparison.Ordinal);
        Assert.Contains(NoticeFixture.Student.GivenName, content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_office_wrote_stays_words_in_mail()
    {
        var sly = Testing with { Summary = new Dictionary<string, string> { ["en"] = "<b>Tests</b> {{Student}}" } };

        var html = Compose(Facts(DayTone.First, "en", Channel.Email, [sly])).Html!;

        Assert.DoesNotContain("<b>Tests</b>", html, StringComparison.Ordinal);
        Assert.Contains("{{Student}}", html, StringComparison.Ordinal);
    }

    private static string PlanDates(ScheduleChangeKind kind) => Application.PlanDates.FileWords.Of(kind);

    private static NoticeContent Compose(ChangedDayFacts facts) => FamilyWording.Composer.Compose(facts);

    private static ChangedDayFacts Facts(DayTone tone, string language, Channel channel, IReadOnlyList<ScheduleChange> changes) => new()
    {
        District = NoticeFixture.District,
        School = NoticeFixture.School,
        Student = NoticeFixture.Student,
        Recipient = NoticeFixture.Guardian with { Channel = channel, Language = language },
        Today = NoticeFixture.Today,
        On = Tomorrow,
        News = new DayNews
        {
            Tone = tone,
            At = Instant.FromUtc(2026, 12, 18, 0, 0),
            Changes = changes,
            Tells = new ToldDay([.. changes.Select(one => one.Said)], Early: false),
        },
        CaseManager = NoticeFixture.CaseManager,
    };

    private static string Words(NoticeContent content) =>
        content.Subject.Length == 0 ? content.Text : $"Subject: {content.Subject}\n\n{content.Text}";
}
