using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Notifier.Domain.Tests.Law;

/// <summary>A number of the law stands in one place, and the tables notice when it changes.</summary>
public sealed class ChangedNumberTests
{
    public static TheoryData<string> States { get; } = [.. LawTexts.States];

    [Theory]
    [MemberData(nameof(States))]
    public void Every_number_of_a_state_is_held_by_a_row_of_its_table(string state)
    {
        var (table, text) = (StateTable.Of(state), LawTexts.Of(state));
        var before = table.Answers(text);

        // Where a state's number is the federal one, whether it replaces that one or runs beside it is the same date.
        var free = LawNumbers.Places(text).Where(place => !place.EndsWith(".replacesFederal", StringComparison.Ordinal))
            .Where(place => !Notices(1, place) && !Notices(-1, place)).ToArray();

        // One higher may hide behind an earlier federal date, one lower behind an equal one: one of the two must show.
        bool Notices(int by, string place) => !table.Answers(LawNumbers.Changed(text, place, by)).SequenceEqual(before);

        Assert.True(free.Length == 0, $"{state}.json: no row notices a change of\n{string.Join('\n', free)}");
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_changed_number_moves_dates_of_that_state_alone(string state)
    {
        var text = LawTexts.Of(state);
        var changed = LawNumbers.Changed(text, LawNumbers.Places(text)[0], by: -1);

        var moved = StateTable.All.Where(table =>
        {
            var own = LawTexts.Of(table.State);
            return !table.Answers(own).SequenceEqual(table.Answers(table.IsOf(state) ? changed : own));
        });

        Assert.Equal([state.ToUpperInvariant()], moved.Select(table => table.State));
    }

    /// <summary>Each obligation in turn gets a second version with another number, from a day in the middle of its rows.</summary>
    [Theory]
    [MemberData(nameof(States))]
    public void A_number_changed_from_a_day_on_moves_no_clock_that_started_before(string state)
    {
        var (table, text) = (StateTable.Of(state), LawTexts.Of(state));
        var rows = table.Rows.Zip(table.Answers(text)).ToArray();
        var tried = 0;
        foreach (var obligation in rows.Select(row => row.First.Obligation).Distinct())
        {
            var starts = rows.Where(row => row.First.Obligation == obligation && row.First.StartedOn is not null)
                .Select(row => row.First.StartedOn!.Value).Distinct().Order().ToArray();
            if (starts.Length < 2 || ChangedFrom(text, obligation, starts[starts.Length / 2]) is not { } changed)
            {
                continue;
            }

            var from = starts[starts.Length / 2];
            var moved = rows.Zip(table.Answers(changed)).Where(pair => pair.First.Second != pair.Second)
                .Select(pair => pair.First.First).ToArray();

            tried++;
            Assert.NotEmpty(moved);
            Assert.All(moved, row => Assert.Contains(row.Plan.Dates, date => date.Date >= from));
        }

        Assert.NotEqual(0, tried);
    }

    /// <summary>Null: the state has no such rule, or one without a number of days.</summary>
    private static string? ChangedFrom(string text, string obligation, LocalDate from)
    {
        var root = JsonNode.Parse(text)!;
        if (root["obligations"]![obligation] is not JsonArray versions)
        {
            return null;
        }

        var older = versions[0]!;
        var numbers = LawNumbers.Places(older["count"]!.ToJsonString());
        if (numbers.Count == 0)
        {
            return null;
        }

        var newer = older.DeepClone();
        newer["from"] = LocalDatePattern.Iso.Format(from);
        newer["count"] = numbers.Aggregate(
            newer["count"]!.ToJsonString(),
            (count, place) => LawNumbers.Changed(count, place, by: -1),
            changed => JsonNode.Parse(changed));
        older["until"] = LocalDatePattern.Iso.Format(from.PlusDays(-1));
        versions.Insert(0, newer);
        return root.ToJsonString();
    }
}
