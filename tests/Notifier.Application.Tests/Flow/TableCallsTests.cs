using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Reminders;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// What one notice asks of the store: a district sends tens of thousands in an evening, and each call more is paid by all.
/// </summary>
public sealed class TableCallsTests : FlowTest
{
    private static readonly string[] ToDecide =
        ["get Ledger", "query Ledger", "get Districts", "get Students", "get Suppressions"];

    private static readonly string[] ToClaim = ["upsert OpenAttempts", "transact Ledger"];

    private static readonly string[] ToRecord = ["get Ledger", "transact Ledger", "delete OpenAttempts"];

    [Fact]
    public async Task An_email_that_is_delivered_at_once_takes_five_reads_to_decide_and_five_calls_to_send() =>
        Assert.Equal([.. ToDecide, .. ToClaim, .. ToRecord], await CallsAsync("caseManager-30", Audience.CaseManager, isReported: false));

    [Fact]
    public async Task An_email_that_is_reported_on_later_is_kept_for_its_reports()
    {
        Assert.Equal(
            [.. ToDecide, .. ToClaim, "upsert AwaitedReports", "upsert AcceptedAttempts", .. ToRecord],
            await CallsAsync("caseManager-30", Audience.CaseManager, isReported: true));
    }

    [Fact]
    public async Task A_text_to_a_number_that_knows_who_writes_adds_three_reads_and_one_claim()
    {
        Assert.Equal(
            [
                .. ToDecide, "get TextedNumbers", "get TextedNumbers", "get Ledger", .. ToClaim,
                "upsert AwaitedReports", "upsert AcceptedAttempts", "insert ClaimedMessages", .. ToRecord,
            ],
            await CallsAsync("family-30", Audience.Family, isReported: true));
    }

    /// <summary>Of the last of three students' notices: the number was told who writes, and no refusal is open.</summary>
    private async Task<IReadOnlyList<string>> CallsAsync(string step, Audience audience, bool isReported)
    {
        await World.ImportAsync(OakHill.District(), Enumerable.Range(1, 3).Select(n =>
            WithOneParent(OakHill.Family($"S{n}", $"P{n}", new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld)))));
        Clock.MoveTo(OakHill.At(2026, 10, 14, 9));
        var calls = new List<string>();
        var world = new FlowWorld(
            new WatchedTables(Tables, (call, table) => calls.Add($"{call} {table}")), Queues, Queues, Provider, Clock);
        for (var student = 1; student <= 3; student++)
        {
            calls.Clear();
            Provider.Taken = isReported ? DeliveryOutcome.Accepted($"message-{student}") : DeliveryOutcome.Delivered(null);
            await world.UseCases.SendNotice.RunAsync(Due(student, step, audience), CancellationToken.None);
            Clock.Advance(Duration.FromMinutes(student == 1 ? 15 : 0));
        }

        // A number is written once for each contact: what that costs is paid once.
        return [.. calls.Where(call => call != "insert TextedNumbers")];
    }

    private static StudentFile WithOneParent(StudentFile file) => file with { Contacts = [file.Contacts[0]] };

    private static NoticeDue Due(int student, string step, Audience audience) => new()
    {
        DistrictId = OakHill.DistrictId,
        StudentId = $"S{student}",
        PlanId = $"P{student}",
        Obligation = new ObligationId(Obligation),
        DueOn = new LocalDate(2026, 11, 14),
        StepId = step,
        Audience = audience,
        RecipientId = audience == Audience.Family ? OakHill.Mother($"S{student}").ContactId : null,
    };
}
