using Notifier.Notices;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Templates;

public sealed class TemplateApprovalsTests
{
    [Fact]
    public void Every_language_says_where_it_stands_and_the_page_for_people_says_the_same()
    {
        var page = File.ReadAllText(Repository.PathOf("src", "Notifier.Domain", "Notices", "Templates", "README.md"));

        foreach (var language in TemplateFiles.Languages)
        {
            Assert.Contains($"| {language} | {TemplateApprovals.For(language).State} |", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_language_whose_wordings_nobody_approved_does_not_claim_it()
    {
        foreach (var language in TemplateFiles.Languages)
        {
            var wordings = TemplateFiles.Of(language).Keys.Where(file => !file.StartsWith('_'))
                .Select(file => (Template: file.Split('.')[0], Channel: TemplateFiles.ChannelOf(file))).Distinct();
            var all = wordings.All(one => TemplateApprovals.IsApproved(one.Template, language, one.Channel));

            Assert.Equal(all, !TemplateApprovals.For(language).State.StartsWith("not yet approved", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_approval_names_a_person_a_day_and_a_wording_that_exists()
    {
        foreach (var language in TemplateFiles.Languages)
        {
            Assert.All(TemplateApprovals.For(language).Approvals, one =>
            {
                Assert.NotEmpty(one.ApprovedBy);
                Assert.True(one.On.Year >= 2026);
                Assert.Contains(TemplateFiles.Of(language).Keys, file => file.StartsWith(one.Template + ".", StringComparison.Ordinal));
            });
        }
    }
}
