using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>A provider that refuses the account or its sender: a problem of the district until it takes messages again.</summary>
public sealed class ProviderRefusesTests : FlowTest
{
    private static readonly DeliveryOutcome SignIn = DeliveryOutcome.TryAgain("20003: sign-in refused") with { NeedsSetup = true };

    [Fact]
    public async Task A_refused_account_is_one_problem_until_a_later_message_is_taken()
    {
        Provider.Taken = SignIn;
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 9));
        Assert.Equal(["Email", "Sms"], await OpenAsync());

        Provider.Taken = DeliveryOutcome.Accepted("SM1");
        await World.RunUntilAsync(OakHill.At(2026, 10, 15, 12));

        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task A_report_that_refuses_the_sender_opens_it()
    {
        await AcceptedAsync();

        await ReportAsync(await NoticeAsync(Mother, Channel.Sms), "e1", NoticeState.Failed, "30034: the sender is not registered");

        var problem = Assert.Single(await ProblemsAsync(ProblemKind.ProviderRefuses));
        Assert.Contains("30034: the sender is not registered", problem.What, StringComparison.Ordinal);
        Assert.Equal((OakHill.DistrictId, ""), (problem.DistrictId, problem.StudentId));
    }

    [Fact]
    public async Task It_stays_while_texts_are_taken_and_closes_when_a_later_one_arrives()
    {
        await AcceptedAsync();
        var text = await NoticeAsync(Mother, Channel.Sms);
        await ReportAsync(text, "e1", NoticeState.Failed, "30034: the sender is not registered");
        var later = text with { AttemptedAt = Clock.GetCurrentInstant() + Duration.FromHours(1) };
        var refusals = Refusals();

        await refusals.TookAsync(text, arrived: true, CancellationToken.None);
        await refusals.TookAsync(later, arrived: false, CancellationToken.None);
        await refusals.TookAsync(later with { Channel = Channel.Email }, arrived: true, CancellationToken.None);
        Assert.Equal(["Sms-reports"], await OpenAsync());

        await refusals.TookAsync(later, arrived: true, CancellationToken.None);
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task A_delivery_of_a_later_attempt_closes_it()
    {
        await AcceptedAsync();
        await ReportAsync(await NoticeAsync(Father, Channel.Email), "e1", NoticeState.Failed, "401: sign-in refused");
        Assert.Equal(["Email-reports"], await OpenAsync());

        // The text does not arrive, so an email follows it.
        Clock.Advance(Duration.FromMinutes(5));
        await ReportAsync(await NoticeAsync(Mother, Channel.Sms), "e2", NoticeState.Failed, "30003", needsSetup: false);
        await World.DrainAsync();
        await ReportAsync(await NoticeAsync(Mother, Channel.Email), "e3", NoticeState.Delivered, "");

        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task A_repeated_report_does_not_open_again_what_was_mended()
    {
        await AcceptedAsync();
        var text = await NoticeAsync(Mother, Channel.Sms);
        await ReportAsync(text, "e1", NoticeState.Failed, "30002: the account is suspended");
        await Refusals().TookAsync(
            text with { AttemptedAt = Clock.GetCurrentInstant() + Duration.FromHours(1) }, arrived: true, CancellationToken.None);

        await ReportAsync(text, "e1", NoticeState.Failed, "30002: the account is suspended");

        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task While_nothing_is_refused_the_list_is_read_once_a_minute_however_many_are_taken()
    {
        await AcceptedAsync();
        var text = await NoticeAsync(Mother, Channel.Sms);
        var refusals = Refusals();
        var before = Tables.Calls;

        for (var taken = 0; taken < 20; taken++)
        {
            await refusals.TookAsync(text, arrived: true, CancellationToken.None);
        }

        Assert.Equal(1, Tables.Calls - before);
    }

    private ProviderRefusals Refusals() =>
        new(World.UseCases.Problems, World.UseCases.OpenProblem, Clock);

    private async Task AcceptedAsync()
    {
        Provider.Taken = DeliveryOutcome.Accepted("SM1");
        await RunReminderDayAsync();
    }

    private async Task<IReadOnlyList<string>> OpenAsync() =>
        [.. (await ProblemsAsync(ProblemKind.ProviderRefuses)).Select(one => one.Part).Order(StringComparer.Ordinal)];

    private Task ReportAsync(NoticeRow notice, string eventId, NoticeState state, string reason, bool needsSetup = true) =>
        World.UseCases.RecordDelivery.RunAsync(
            new DeliveryEvent
            {
                EventId = eventId,
                AttemptId = notice.AttemptId,
                State = state,
                Reason = reason,
                NeedsSetup = needsSetup && state == NoticeState.Failed,
                At = Clock.GetCurrentInstant(),
            },
            CancellationToken.None);
}
