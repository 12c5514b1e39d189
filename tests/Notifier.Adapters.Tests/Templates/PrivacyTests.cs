using System.Text.RegularExpressions;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Templates;

/// <summary>What a stranger who sees the phone or the mail list must not learn.</summary>
public sealed partial class PrivacyTests
{
    public static TheoryData<FamilyWording> All => FamilyWording.All;

    [Theory]
    [MemberData(nameof(All))]
    public void A_text_and_a_subject_say_nothing_of_a_disability_or_a_plan(FamilyWording wording)
    {
        foreach (var content in EveryWayOfSaying(wording))
        {
            var seen = wording.Channel == Channel.Sms ? content.Text : content.Subject;

            Assert.DoesNotMatch(Telling(), seen);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_surname_is_written_but_that_of_the_one_who_reads(FamilyWording wording)
    {
        var facts = wording.Facts with { Recipient = wording.Facts.Recipient with { Name = "Rosa Campos" } };

        foreach (var content in new[] { facts, facts.ToTheStudent() }.Select(FamilyWording.Composer.Compose))
        {
            Assert.DoesNotContain(NoticeFixture.Student.LastName, content.Text + content.Subject + content.Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_text_does_not_name_the_parent_and_a_subject_names_nobody(FamilyWording wording)
    {
        var content = FamilyWording.Composer.Compose(wording.Facts);
        var seen = wording.Channel == Channel.Sms ? content.Text : content.Subject;

        Assert.DoesNotContain("Ana", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Quintanilla", seen, StringComparison.Ordinal);
        if (wording.Channel == Channel.Email)
        {
            Assert.DoesNotContain("Maya", seen, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_notice_tells_a_date_of_birth(FamilyWording wording)
    {
        var facts = wording.Facts with { DueDate = wording.Facts.DueDate with { StartedOn = NoticeFixture.Student.BirthDate } };

        var content = FamilyWording.Composer.Compose(facts);

        Assert.DoesNotContain("2016", content.Text + content.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Staff_mails_name_the_student_by_first_name_alone()
    {
        foreach (var obligation in ReminderLadder.Default.Obligations)
        {
            var content = FamilyWording.Composer.Compose(NoticeFixture.Staff(obligation.Value));

            Assert.DoesNotContain("Quintanilla", content.Text + content.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("Maya", content.Subject, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(PlanKind.Iep, "IEP")]
    [InlineData(PlanKind.Section504, "504")]
    public void A_district_may_decide_that_texts_name_the_plan(PlanKind kind, string named)
    {
        var facts = NoticeFixture.Family("annual-review").By(Channel.Sms, "en");
        facts = facts with { Plan = facts.Plan with { Kind = kind } };
        var policies = NoticeFixture.District.Policies with { TextsMayNameThePlan = true };

        Assert.DoesNotContain(named, FamilyWording.Composer.Compose(facts).Text, StringComparison.Ordinal);
        Assert.Contains(
            named,
            FamilyWording.Composer.Compose(facts with { District = facts.District with { Policies = policies } }).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Maya's IEP meeting is on Friday.")]
    [InlineData("La junta de educación especial es el viernes.")]
    [InlineData("About the autism evaluation")]
    [InlineData("su plan 504")]
    public void The_look_out_finds_what_must_not_be_said(string text) => Assert.Matches(Telling(), text);

    /// <summary>In full and in short, for a parent and for the student, for each plan and each duty of the wording.</summary>
    private static IEnumerable<NoticeContent> EveryWayOfSaying(FamilyWording wording) =>
        from obligation in SaidBy(wording)
        from kind in Enum.GetValues<PlanKind>()
        from name in new[] { "Maya", "María" } // an accent and a long school make the short form
        let facts = NoticeFixture.Family(obligation).By(wording.Channel, wording.Language).Saying(wording.News)
        let named = facts with
        {
            Student = facts.Student with { FirstName = name },
            School = facts.School with { Name = name == "Maya" ? facts.School.Name : "Lincoln Academy of Mathematics and Music" },
            Plan = facts.Plan with { Kind = kind },
        }
        from one in new[] { named, named.ToTheStudent() }
        select FamilyWording.Composer.Compose(one);

    private static IEnumerable<string> SaidBy(FamilyWording wording) => ReminderLadder.Default.Obligations
        .Where(id => LadderWordingTests.FamiliesMayHear(id) && Wordings.ForFamilies(id) == Wordings.ForFamilies(new(wording.Obligation)))
        .Select(id => id.Value);

    // Words that tell that a child has a disability, which one, or what the school calls the plan; English and Spanish.
    [GeneratedRegex(
        @"\b(iep|504|idea|ferpa|ard|mdr|fape|special ed(?:ucation)?|sped|disabilit\w*|disabled|disorder|handicap\w*|impair\w*|"
        + @"autis\w*|adhd|add|dyslexi\w*|dyscalculi\w*|down syndrome|cerebral|epilep\w*|deaf\w*|blind\w*|speech|therap\w*|"
        + @"emotional|behavio\w*|intellectual|cognitive|retard\w*|delay\w*|diagnos\w*|medical|medicaid|psych\w*|evaluat\w*|"
        + @"manifestation|suspen\w*|expul\w*|discipline|removal|eligib\w*|accommodat\w*|"
        + @"educaci[oó]n especial|discapaci\w*|minusv\w*|trastorno\w*|s[ií]ndrome|d[eé]ficit|sord\w*|cieg\w*|terapia\w*|habla|"
        + @"conducta|retraso\w*|diagn[oó]stic\w*|m[eé]dic\w*|psic\w*|evaluaci\w*|elegib\w*|dislexia|autismo)\b",
        RegexOptions.IgnoreCase)]
    internal static partial Regex Telling();
}
