using System.Collections.Concurrent;
using NodaTime;
using Notifier.Calendars;
using Notifier.Domain.Tests.DueDates;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Law.Reading;
using Notifier.PlanDates;

namespace Notifier.Domain.Tests.Law;

/// <summary>The case table of one state, answered under any text of its law file.</summary>
internal sealed class StateTable
{
    private static readonly LawFile FederalFile = LawFileReader.Read("federal.json", LawTexts.Federal);

    private static readonly ConcurrentDictionary<string, SchoolCalendar> Calendars = new();

    private static readonly Lazy<IReadOnlyList<StateTable>> Tables = new(
        () => [.. LawTexts.States.Select(state => new StateTable(state.ToUpperInvariant()))]);

    private readonly Question[] rows;

    private StateTable(string state)
    {
        State = state;
        Rows = [.. CaseFiles.All("states").Where(row => row.Row.File == $"{state.ToLowerInvariant()}.csv")];
        rows =
        [
            .. Rows.Select(row => new Question(
                row, row.Plan, Calendars.GetOrAdd(row.Row["calendar"], CaseFiles.Calendar), row.AsOf, row.Obligation, row.Part)),
        ];
    }

    public static IReadOnlyList<StateTable> All => Tables.Value;

    public string State { get; }

    public IReadOnlyList<DueDateCase> Rows { get; }

    public static StateTable Of(string state) => All.Single(table => table.IsOf(state));

    public bool IsOf(string state) => string.Equals(State, state, StringComparison.OrdinalIgnoreCase);

    public static StateLaw Law(string state, string text) =>
        new(FederalFile, LawFileReader.Read($"{state.ToLowerInvariant()}.json", text), state.ToUpperInvariant());

    /// <summary>One answer per row, in the order of the table: everything the calculator says of that obligation.</summary>
    public IReadOnlyList<string> Answers(string text)
    {
        var law = Law(State, text);
        var calculators = new Dictionary<string, DueDateCalculator>();
        return
        [
            .. rows.Select(row =>
            {
                var policies = row.Case.Row["policies"];
                if (!calculators.TryGetValue(policies, out var calculator))
                {
                    calculators[policies] = calculator = new DueDateCalculator(law, row.Case.District);
                }

                return Answer(row, calculator);
            }),
        ];
    }

    private static string Answer(Question row, DueDateCalculator calculator) => string.Join(
        "; ",
        calculator.Calculate(row.Plan, row.Calendar, row.AsOf)
            .Where(due => due.Obligation.Value == row.Obligation && due.Part == row.Part)
            .Select(due => $"{due.DueOn} from {due.StartedOn} {due.Problem}"));

    /// <summary>A row with its texts read once.</summary>
    private sealed record Question(
        DueDateCase Case, PlanRecord Plan, SchoolCalendar Calendar, LocalDate AsOf, string Obligation, string Part);
}
