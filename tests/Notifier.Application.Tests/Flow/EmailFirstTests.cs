using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>An evening that is too full: whoever has email gets email, in time and never both.</summary>
public sealed class EmailFirstTests : FlowTest
{
    private const int Students = 5;

    // One at 17:00, one at 18:30, and none after: texts end at 20:00.
    private static readonly TextRate TwoAnEvening = new() { SegmentsPerSecond = 1m / 5400 };

    [Fact]
    public async Task As_many_as_do_not_fit_are_told_by_email_that_evening_and_nobody_twice()
    {
        await WaitForEveningAsync();

        await RunEveningAsync();

        var told = Told();
        Assert.Equal(Students, told.Count);
        Assert.Equal((2, 3), (told.Count(one => one.Channel == Channel.Sms), told.Count(one => one.Channel == Channel.Email)));
        Assert.All(told, one => Assert.InRange(one.At.ToInstant(), OakHill.At(2026, 10, 14, 17), OakHill.At(2026, 10, 14, 19)));

        // Nor on any later day.
        await World.RunUntilAsync(OakHill.At(2026, 10, 17, 12));
        Assert.Equal(Students, Told().Count);
    }

    [Fact]
    public async Task The_evidence_says_that_it_was_decided_in_the_afternoon_and_why()
    {
        await WaitForEveningAsync();

        await RunEveningAsync();

        var withheld = new List<string>();
        for (var n = 1; n <= Students; n++)
        {
            withheld.AddRange((await World.EvidenceAsync($"S{n}"))
                .Where(row => row.Kind == EvidenceKind.NoticeWithheld)
                .Select(row => row.Detail));
        }

        Assert.Equal(3, withheld.Count);
        Assert.All(withheld, detail =>
        {
            Assert.Equal(nameof(WithholdReason.EveningFull), EvidenceDetail.Find(detail, "reason"));
            Assert.Contains("3 would have their turn only after 20:00", EvidenceDetail.Find(detail, "detail"), StringComparison.Ordinal);
            Assert.Contains("Decided at 2026-10-14T19:50:00Z", EvidenceDetail.Find(detail, "detail"), StringComparison.Ordinal);
        });
        var problem = Assert.Single(await ProblemsAsync(ProblemKind.EveningTooFull));
        Assert.Contains("3 of them go by email instead; for 0 there is no email", problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    [InlineData(2, 5)]
    public async Task Whoever_has_no_email_gets_the_turn_of_one_who_has(int one, int other)
    {
        string[] without = [$"S{one}", $"S{other}"];
        await WaitForEveningAsync(file => without.Contains(file.Student.StudentId)
            ? file with { Contacts = [file.Contacts[0] with { Email = "" }] }
            : file);

        await RunEveningAsync();

        var told = Told();
        Assert.Equal(Students, told.Count);
        Assert.Equal(
            without.Select(id => OakHill.Mother(id).ContactId),
            (await RecipientsAsync(told.Where(message => message.Channel == Channel.Sms))).Order());
    }

    [Fact]
    public async Task An_email_that_is_closed_in_between_leaves_the_text()
    {
        await WaitForEveningAsync();
        Clock.MoveTo(OakHill.At(2026, 10, 14, 14, 50));
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        for (var n = 1; n <= Students; n++)
        {
            await World.UseCases.Suppressions.SuppressAsync(
                OakHill.DistrictId, Suppressions.HashOf(Channel.Email, OakHill.Mother($"S{n}").Email), Channel.Email, "bounced",
                Clock.GetCurrentInstant(), CancellationToken.None);
        }

        await World.RunUntilAsync(OakHill.At(2026, 10, 18, 12));

        Assert.Equal(Students, Told().Count);
        Assert.All(Told(), message => Assert.Equal(Channel.Sms, message.Channel));
    }

    [Fact]
    public async Task What_was_noted_for_an_evening_is_forgotten_some_days_later()
    {
        await WaitForEveningAsync();
        Assert.Equal(Students, Tables.Rows().Count(row => row.Table == "WaitingTexts"));
        await RunEveningAsync();

        Clock.MoveTo(OakHill.At(2026, 10, 18, 9, 50));
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);

        Assert.DoesNotContain(Tables.Rows(), row => row.Table == "WaitingTexts");
    }

    private async Task WaitForEveningAsync(Func<StudentFile, StudentFile>? changed = null)
    {
        World = new FlowWorld(Tables, Queues, Queues, Provider, Clock, textRate: TwoAnEvening);
        var file = OakHill.District();
        file = file with
        {
            District = file.District with { Policies = file.District.Policies with { TextsFrom = new LocalTime(17, 0), TextsUntil = new LocalTime(20, 0) } },
        };
        await World.ImportAsync(file, [.. Enumerable.Range(1, Students).Select(n => (changed ?? (one => one))(Family(n)))]);
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
    }

    // One segment each: the number was texted before, in a year that is not played.
    private static StudentFile Family(int n)
    {
        var family = OakHill.Family($"S{n}", $"P{n}", new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld));
        return family with { Contacts = [family.Contacts[0] with { Phone = $"+1512555014{n}" }] };
    }

    private async Task RunEveningAsync()
    {
        for (var hour = 14; hour <= 20; hour++)
        {
            Clock.MoveTo(OakHill.At(2026, 10, 14, hour, 50));
            await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
            await World.RunHourAsync();
            Clock.MoveTo(OakHill.At(2026, 10, 14, hour + 1));
            await World.RunHourAsync();
            Clock.MoveTo(OakHill.At(2026, 10, 14, hour + 1, 31));
            await World.RunHourAsync();
        }
    }

    private List<OutgoingMessage> Told() =>
        [.. Provider.Messages.Where(message => message.At.ToInstant() >= OakHill.At(2026, 10, 14, 12) && !message.Address.StartsWith('t'))];

    private async Task<List<string>> RecipientsAsync(IEnumerable<OutgoingMessage> messages)
    {
        var rows = new List<NoticeRow>();
        for (var n = 1; n <= Students; n++)
        {
            rows.AddRange(await World.NoticesAsync($"S{n}"));
        }

        return [.. messages.Select(message => rows.Single(row => row.NoticeId == message.NoticeId).RecipientId)];
    }
}
