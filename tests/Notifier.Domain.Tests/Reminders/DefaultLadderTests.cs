using Notifier.Obligations;
using Notifier.Reminders;

namespace Notifier.Domain.Tests.Reminders;

public sealed class DefaultLadderTests
{
    private static readonly ReminderLadder Ladder = ReminderLadder.Default;

    [Fact]
    public void Every_obligation_of_the_catalog_has_its_rungs() =>
        Assert.Equal(ObligationCatalog.All.Select(entry => entry.Id).Order(), Ladder.Obligations);

    [Fact]
    public void Every_obligation_has_somebody_of_the_staff_who_is_told_in_time() =>
        Assert.All(Ladder.Obligations, obligation => Assert.Contains(
            Ladder.StepsFor(obligation), step => step is { Audience: Audience.CaseManager, DaysBefore: >= 0 }));

    [Fact]
    public void The_steps_of_an_obligation_have_names_of_their_own() =>
        Assert.All(Ladder.Obligations, obligation => Assert.Distinct(
            Ladder.StepsFor(obligation).Select(step => step.StepId)));

    [Theory]
    [InlineData("reevaluation-floor")]
    [InlineData("due-process-response")]
    [InlineData("insufficiency-ruling")]
    [InlineData("hearing-disclosure")]
    [InlineData("removal-services")]
    [InlineData("finding-correction")]
    [InlineData("part-c-notification")]
    [InlineData("iep-in-effect")]
    public void Families_are_not_told_of_the_staffs_own_duties(string obligation) =>
        Assert.DoesNotContain(Ladder.StepsFor(new(obligation)), step => step.Audience == Audience.Family);

    [Theory]
    [InlineData("annual-review")]
    [InlineData("meeting-notice")]
    [InlineData("progress-report")]
    [InlineData("reevaluation")]
    [InlineData("initial-evaluation")]
    [InlineData("transition-planning")]
    [InlineData("rights-transfer")]
    [InlineData("procedural-safeguards-notice")]
    public void Families_are_told_of_what_is_theirs_to_know(string obligation) =>
        Assert.Contains(Ladder.StepsFor(new(obligation)), step => step.Audience == Audience.Family);
}
