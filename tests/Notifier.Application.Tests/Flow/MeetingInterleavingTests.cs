using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// A meeting is scheduled, moved, called off and put back in any order, while hours and nights pass and messages are handled
/// or wait: in the end everybody who was told of it knows what holds, and nobody was told the same twice in a row.
/// </summary>
public sealed class MeetingInterleavingTests
{
    private const int FirstDay = 20;

    [Fact]
    public void The_last_word_is_the_truth_and_nothing_is_said_twice()
    {
        // 0: nothing is scheduled; the others are a day, a time and a place. 10 and above: what happens instead.
        var steps = Gen.Frequency(
            (4, Gen.Choose(0, 6)),
            (2, Gen.Constant(10)), // an hour with its messages
            (1, Gen.Constant(11)), // a night
            (1, Gen.Constant(12))) // half a day without any message
            .ListOf()
            .Select(list => list.Take(14).ToArray());

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(steps.ToArbitrary(), happened => new Scene().RunAsync(happened).GetAwaiter().GetResult() is var wrong
                && (wrong.Count == 0 ? true : throw new InvalidOperationException(string.Join('\n', wrong)))));
    }

    [Theory]
    [InlineData(new[] { 1, 10, 2, 1, 10, 2, 10 })] // there, back and there again
    [InlineData(new[] { 1, 10, 0, 10, 1, 10 })] // off and on again
    [InlineData(new[] { 1, 10, 11, 3, 11, 4 })] // moved by day, then by night
    [InlineData(new[] { 12, 3, 2, 10, 12, 12, 5, 12, 12, 12, 10, 2, 0, 1 })] // an invitation withheld, and its meeting back
    [InlineData(new[] { 12, 2, 6, 3, 5, 10, 3, 10, 0, 4, 0, 12, 10, 1 })]
    public async Task Ends_in_the_truth(int[] happened) => Assert.Equal("", string.Join("\n", await new Scene().RunAsync(happened)));

    private sealed class Scene : FlowTest
    {
        private static readonly (int Day, string Detail)[] Meetings =
        [
            (0, "9:30; Room 4"), (0, "10:45; Room 4"), (0, "9:30; Library"), (4, "9:30; Room 4"), (-3, "13:15; Room 4"), (1, "8:15; Gym"),
        ];

        private static readonly LocalDate Base = new(2026, 11, FirstDay);

        public async Task<IReadOnlyList<string>> RunAsync(int[] happened)
        {
            Clock.MoveTo(OakHill.At(2026, 11, 9, 9));
            var truth = 0;
            foreach (var one in happened)
            {
                switch (one)
                {
                    case 10:
                        await World.RunHourAsync();
                        Clock.Advance(Duration.FromHours(1));
                        break;
                    case 11:
                        await World.RunUntilAsync(Clock.GetCurrentInstant() + Duration.FromHours(12), Duration.FromHours(3));
                        break;
                    case 12:
                        Clock.Advance(Duration.FromHours(11));
                        break;
                    default:
                        truth = one;
                        await ImportAsync(Plan(truth));
                        break;
                }
            }

            await ImportAsync(Plan(truth));
            await World.RunUntilAsync(Clock.GetCurrentInstant() + Duration.FromHours(26), Duration.FromHours(2));
            return await WrongAsync(truth);
        }

        private static Notifier.Application.PlanDates.StudentFile Plan(int truth) => truth == 0 ? File() : File(Date(truth));

        private static PlanDate Date(int truth)
        {
            var (day, detail) = Meetings[truth - 1];
            return new PlanDate(PlanDateKind.MeetingScheduled, Base.PlusDays(day), detail);
        }

        private async Task<IReadOnlyList<string>> WrongAsync(int truth)
        {
            var rows = (await World.NoticesAsync()).ToDictionary(row => row.NoticeId);
            var told = Provider.Messages
                .Select(message => (Row: rows[message.NoticeId], message.At, Wording: message.Content.Template.Split('/')[0]))
                .Where(one => one.Row is { Audience: Audience.Family, Meeting: not null })
                .GroupBy(one => one.Row.RecipientId);
            var wrong = new List<string>();
            foreach (var recipient in told)
            {
                var last = recipient.Last().Row.Meeting!;
                if (truth == 0 ? !last.IsCancelled : last != ToldMeeting.Of(MeetingFacts.From(Date(truth))))
                {
                    wrong.Add($"{recipient.Key} was last told {last}, the truth is {truth}");
                }

                foreach (var (before, after) in recipient.Zip(recipient.Skip(1)))
                {
                    if (before.Row.Meeting == after.Row.Meeting
                        && (after.Wording != "meeting-reminder" || after.At.Date == before.At.Date))
                    {
                        wrong.Add($"{recipient.Key} was told {after.Row.Meeting} twice: {before.At} {before.Wording}, {after.At} {after.Wording}");
                    }
                }
            }

            if (truth != 0 && told.Count() < 2)
            {
                wrong.Add("not everybody was told");
                wrong.AddRange((await World.EvidenceAsync()).Select(row => $"{row.At} {row.Kind} {row.NoticeId} {row.Detail}"));
            }

            return wrong;
        }
    }
}
