using NodaTime;
using Notifier.Calendars;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Obligations;

namespace Notifier.Domain.Tests.DueDates;

public sealed class DueDateChangeTests
{
    private static readonly PlanBuilder Plan = new PlanBuilder(PlanKind.Iep)
        .With("placementChangeDecided Tue 2025-12-16").With("iepMeetingHeld Fri 2025-10-10");

    [Fact]
    public void A_closure_moves_a_school_day_date_and_says_so()
    {
        var before = Explain(CaseFiles.Entries("cal-ab"));
        var after = Explain([.. CaseFiles.Entries("cal-ab"), Closure(new LocalDate(2026, 1, 8))]);

        var change = Assert.Single(DueDateChanges.Between(before, after), each => each.Obligation == ObligationIds.ManifestationDetermination);

        Assert.Equal(PlanBuilder.Day("Tue 2026-01-13"), change.OldDueOn);
        Assert.Equal(PlanBuilder.Day("Wed 2026-01-14"), change.NewDueOn);
        Assert.Equal("Thu 2026-01-08, an unplanned closure (snow), is now skipped.", change.Reason);
    }

    [Fact]
    public void A_closure_leaves_calendar_day_dates_alone()
    {
        var before = Explain(CaseFiles.Entries("cal-ab"));
        var after = Explain([.. CaseFiles.Entries("cal-ab"), Closure(new LocalDate(2026, 1, 8))]);

        Assert.Single(DueDateChanges.Between(before, after));
    }

    [Fact]
    public void A_new_cycle_is_a_change_with_its_new_start()
    {
        var before = Plan.Calculator().Explain(Plan.Record(), CaseFiles.Calendar("cal-ab"), PlanBuilder.Day("Mon 2026-02-02"));
        var met = Plan.With("iepMeetingHeld Mon 2026-02-02");
        var after = met.Calculator().Explain(met.Record(), CaseFiles.Calendar("cal-ab"), PlanBuilder.Day("Mon 2026-02-02"));

        var change = Assert.Single(DueDateChanges.Between(before, after), each => each.Obligation == ObligationIds.AnnualReview);

        Assert.Equal(PlanBuilder.Day("Tue 2027-02-02"), change.NewDueOn);
        Assert.Equal("The clock now starts on Mon 2026-02-02 instead of Fri 2025-10-10.", change.Reason);
    }

    private static IReadOnlyList<ExplainedDueDate> Explain(IReadOnlyList<CalendarEntry> entries) =>
        Plan.Calculator().Explain(Plan.Record(), SchoolCalendar.From(entries, "S1"), PlanBuilder.Day("Wed 2025-12-17"));

    private static CalendarEntry Closure(LocalDate day) =>
        new() { Kind = CalendarEntryKind.Closure, FirstDate = day, LastDate = day, Name = "snow" };
}
