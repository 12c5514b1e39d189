using System.Text.Json;
using Notifier.Adapters.Templates;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;
using Notifier.ScheduleChanges;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Templates;

/// <summary>Whatever the ladder may raise can be said, and nothing is kept that is never said.</summary>
public sealed class LadderWordingTests
{
    private static readonly HandlebarsTemplates Templates = new();

    /// <summary>Whether a district may write family rungs for an obligation: asked of the reader of its ladder.</summary>
    internal static bool FamiliesMayHear(ObligationId obligation)
    {
        using var ladder = JsonDocument.Parse(
            $$"""[ { "obligations": ["{{obligation}}"], "caseManager": [1], "family": [1] } ]""");
        return LadderFile.Read(ladder.RootElement).Problems.Count == 0;
    }

    [Fact]
    public void Every_obligation_families_may_hear_of_is_said_in_every_language_over_every_channel()
    {
        var said = from obligation in ReminderLadder.Default.Obligations.Where(FamiliesMayHear)
                   from language in TemplateFiles.Languages
                   from channel in Enum.GetValues<Channel>()
                   select FamilyWording.Composer.Compose(NoticeFixture.Family(obligation.Value).By(channel, language));

        Assert.All(said, content => Assert.NotEmpty(content.Text));
        Assert.Equal(20 * 2 * 2, said.Count());
    }

    [Fact]
    public void Every_obligation_is_said_to_staff_before_and_after_it_is_due()
    {
        foreach (var obligation in ReminderLadder.Default.Obligations)
        {
            var facts = NoticeFixture.Staff(obligation.Value);

            Assert.NotEmpty(FamilyWording.Composer.Compose(facts).Html!);
            Assert.NotEmpty(FamilyWording.Composer.Compose(facts with { Today = NoticeFixture.DueOn.PlusDays(3) }).Html!);
        }
    }

    [Fact]
    public void Only_known_obligations_have_a_duty_and_a_next_step()
    {
        var known = ReminderLadder.Default.Obligations.Select(id => id.Value).ToHashSet();

        foreach (var language in TemplateFiles.Languages)
        {
            var words = LanguageWords.For(language);
            var generic = ReminderLadder.Default.Obligations
                .Where(id => FamiliesMayHear(id) && Wordings.ForFamilies(id) == Wordings.SchoolDuty).Select(id => id.Value).Order().ToList();
            Assert.Equal(generic, words.Duties.Keys.Order());
            Assert.Equal(generic, words.DutiesInShort.Keys.Order());
        }

        using var steps = JsonDocument.Parse(TemplateFiles.Open("en/next-steps.json")!);
        Assert.Subset(known, steps.RootElement.GetProperty("steps").EnumerateObject().Select(one => one.Name).ToHashSet());
        Assert.Subset(known, steps.RootElement.GetProperty("recordedAs").EnumerateObject().Select(one => one.Name).ToHashSet());
    }

    [Fact]
    public void Every_wording_is_used()
    {
        string[] texts = [$"{Wordings.StaffText}.sms", $"{Wordings.AnswerStop}.sms", $"{Wordings.AnswerStart}.sms", $"{Wordings.AnswerHelp}.sms"];
        var families = ReminderLadder.Default.Obligations.Where(FamiliesMayHear)
            .SelectMany(id => Enum.GetValues<MeetingNews>().Select(news => Wordings.ForFamilies(id, news)))
            .Concat(Enum.GetValues<DayTone>().Select(Wordings.ForChangedDay)).Distinct()
            .SelectMany(name => new[] { $"{name}.sms", $"{name}.email-subject", $"{name}.email-text" })
            .Concat(texts);
        string[] staff =
        [
            Wordings.StaffComingDue, Wordings.StaffOverdue, Wordings.StaffNotBefore, Wordings.StaffContactRepair,
            Wordings.StaffUndeliverable, Wordings.StaffProblem, Wordings.StaffDigest, Wordings.StaffSummary,
            Wordings.StaffReply,
        ];
        var used = families.Concat(staff.SelectMany(name => new[] { $"{name}.email-subject", $"{name}.email-text" })).ToList();

        Assert.Equal(used.Order(), TemplateFiles.Of("en").Keys.Where(IsWording).Order());
        Assert.Equal(used.Where(name => !name.StartsWith("staff-", StringComparison.Ordinal)).Order(), TemplateFiles.Of("es").Keys.Where(IsWording).Order());
    }

    [Fact]
    public void Every_piece_is_used()
    {
        foreach (var language in TemplateFiles.Languages)
        {
            var files = TemplateFiles.Of(language);
            var pieces = files.Keys.Where(file => !IsWording(file)).Select(file => file.Split('.')[0]);

            Assert.All(pieces, piece => Assert.Contains(files.Values, text => text.Contains("{{> " + piece + "}}", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Every_wording_asks_for_the_same_words_in_every_language()
    {
        foreach (var (file, spanish) in TemplateFiles.Of("es").Where(one => !one.Key.StartsWith('_')))
        {
            Assert.Equal(WordsIn(TemplateFiles.Of("en")[file]).Except(["When"]), WordsIn(spanish).Except(["When"]));
        }
    }

    [Fact]
    public void No_golden_file_is_left_over()
    {
        var folder = Path.Combine(GoldenFolder(), "Golden");
        var names = FamilyWording.Each.Select(one => one.Name).ToHashSet();
        var files = Directory.EnumerateFiles(folder, "*.approved.txt").Select(file => Path.GetFileName(file)[..^".approved.txt".Length]);

        Assert.DoesNotContain(files, file => !names.Contains(file) && !file.StartsWith("staff-", StringComparison.Ordinal)
            && !file.StartsWith("answer-", StringComparison.Ordinal) && !file.StartsWith("changed-day", StringComparison.Ordinal)
            && !file.Contains("-student.", StringComparison.Ordinal) && !file.EndsWith("email-html", StringComparison.Ordinal)
            && !file.EndsWith("email-ics", StringComparison.Ordinal) && !file.StartsWith("annual-review-near.", StringComparison.Ordinal)
            && !file.StartsWith("annual-review-meeting.", StringComparison.Ordinal)
            && file != "annual-review.vi-in-english.email");
    }

    private static bool IsWording(string file) => !file.StartsWith('_');

    private static IEnumerable<string> WordsIn(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, @"\{\{(?:#if |#unless |> )?(\w+)\}\}").Select(match => match.Groups[1].Value)
            .Distinct().Order();

    private static string GoldenFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
