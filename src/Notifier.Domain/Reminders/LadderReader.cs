using System.Text.Json;
using Notifier.Law;

namespace Notifier.Reminders;

/// <summary>Reads one ladder, collecting everything that is wrong with it.</summary>
/// <param name="known">The obligations there are; null: any, for the shipped ladder that defines them.</param>
/// <param name="families">The obligations a family may hear of; null: any.</param>
internal sealed class LadderReader(HashSet<ObligationId>? known, IReadOnlySet<ObligationId>? families)
{
    private static readonly ObligationId MeetingNotice = new("meeting-notice");

    private const string ObligationsName = "obligations";

    // A year and a day either way: more is a slip of the pen.
    private const int MostDays = 366;

    private static readonly (string Name, Audience Audience, CountedFrom From)[] Columns =
    [
        ("caseManager", Audience.CaseManager, CountedFrom.DueDate),
        ("supervisor", Audience.Supervisor, CountedFrom.DueDate),
        ("family", Audience.Family, CountedFrom.DueDate),
        ("familyBeforePlannedDay", Audience.Family, CountedFrom.PlannedDay),
    ];

    private readonly HashSet<ObligationId> seen = [];

    public List<LadderStep> Steps { get; } = [];

    public List<LadderProblem> Problems { get; } = [];

    public void ReadAll(JsonElement ladder)
    {
        if (ladder.ValueKind != JsonValueKind.Array)
        {
            Report("", "must be a list: [ { \"obligations\": [\"annual-review\"], \"caseManager\": [30, 7, -1] } ]");
            return;
        }

        foreach (var (index, entry) in ladder.EnumerateArray().Index())
        {
            ReadEntry($"[{index}]", entry);
        }
    }

    private void ReadEntry(string path, JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            Report(path, "must be an object with \"obligations\" and the days for each audience");
            return;
        }

        foreach (var property in entry.EnumerateObject())
        {
            if (property.Name != ObligationsName && !Columns.Any(column => column.Name == property.Name))
            {
                Report(
                    $"{path}.{property.Name}",
                    $"is not known here; write {ObligationsName}, {string.Join(", ", Columns.Select(c => c.Name))}");
            }
        }

        var found = Problems.Count;
        var obligations = ReadObligations(path, entry);
        var days = Columns.Select(column => (column, ReadDays(path, column.Name, column.Audience, entry))).ToList();
        // No duty may lose its owner: families and silence are not enough.
        if (Problems.Count == found && !days.Exists(list => list.column.Audience != Audience.Family && list.Item2.Count > 0))
        {
            Report(path, "tells nobody of the staff; give \"caseManager\" or \"supervisor\" at least one number of days");
        }

        foreach (var obligation in obligations)
        {
            foreach (var (column, list) in days)
            {
                AddSteps($"{path}.{column.Name}", obligation, column.Audience, column.From, list);
            }
        }
    }

    private List<ObligationId> ReadObligations(string path, JsonElement entry)
    {
        path = $"{path}.{ObligationsName}";
        if (!entry.TryGetProperty(ObligationsName, out var list) || list.ValueKind != JsonValueKind.Array
            || list.GetArrayLength() == 0)
        {
            Report(path, "must be a list of at least one obligation id, for example [\"annual-review\"]");
            return [];
        }

        var ids = new List<ObligationId>();
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            var id = new ObligationId(item.ValueKind == JsonValueKind.String ? item.GetString()! : "");
            if (id.Value.Length == 0 || known?.Contains(id) == false)
            {
                Report($"{path}[{index}]", $"{item.GetRawText()} is not an obligation id; ids look like \"annual-review\"");
            }
            else if (!seen.Add(id))
            {
                Report($"{path}[{index}]", $"\"{id}\" is named twice; write all its days in one place");
            }
            else
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private List<int> ReadDays(string path, string name, Audience audience, JsonElement entry)
    {
        path = $"{path}.{name}";
        if (!entry.TryGetProperty(name, out var list))
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Report(path, "must be a list of whole numbers of days, for example [30, 7, -1]");
            return [];
        }

        var days = new List<int>();
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt32(out var number) || Math.Abs(number) > MostDays)
            {
                Report($"{path}[{index}]", $"{item.GetRawText()} must be a whole number of days, at most {MostDays}");
            }
            else if (number < 0 && audience == Audience.Family)
            {
                Report($"{path}[{index}]", $"{number}: families are not told of the school's overdue duties; use 0 or more");
            }
            else if (days.Contains(number))
            {
                Report($"{path}[{index}]", $"{number} is written twice");
            }
            else
            {
                days.Add(number);
            }
        }

        return days;
    }

    private void AddSteps(string path, ObligationId obligation, Audience audience, CountedFrom from, List<int> days)
    {
        if (days.Count > 0 && audience == Audience.Family && families?.Contains(obligation) == false)
        {
            Report(path, $"\"{obligation}\" is the staff's own duty: there is no wording of it for families");
        }

        if (days.Count > 0 && from == CountedFrom.PlannedDay && obligation != MeetingNotice)
        {
            Report(path, $"\"{obligation}\" has no planned day; only \"{MeetingNotice}\" is counted back from one");
        }

        Steps.AddRange(days.OrderDescending().Select(number => new LadderStep
        {
            StepId = NameOf(audience, from, number),
            Obligation = obligation,
            Audience = audience,
            DaysBefore = number,
            CountedFrom = from,
        }));
    }

    private void Report(string path, string message) => Problems.Add(new LadderProblem(path, message));

    private static string NameOf(Audience audience, CountedFrom from, int days)
    {
        var who = JsonNamingPolicy.CamelCase.ConvertName(audience.ToString());
        var mark = (from, days) switch
        {
            (CountedFrom.PlannedDay, _) => "planned-",
            (_, < 0) => "late-",
            _ => "",
        };
        return $"{who}-{mark}{Math.Abs(days)}";
    }
}
