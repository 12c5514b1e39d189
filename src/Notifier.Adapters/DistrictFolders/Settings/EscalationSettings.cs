using System.Text.Json;
using Notifier.PlanDates;

namespace Notifier.Adapters.DistrictFolders.Settings;

/// <summary>Reads <c>policies.escalation</c>: <c>[ { "afterSchoolDays": 3, "to": "supervisor" } ]</c>.</summary>
internal sealed class EscalationSettings(SettingsObject policies, FolderProblems problems)
{
    private const string Name = "escalation";

    private const int MostSchoolDays = 60;

    private static readonly string[] Needed = ["afterSchoolDays", "to"];

    /// <summary>Null: the setting is not there, or it is wrong and was reported.</summary>
    public IReadOnlyList<EscalationStep>? Read()
    {
        if (policies.Element(Name) is not { } list)
        {
            return null;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            policies.Bad(Name, list.GetRawText(), "it is not a list", "Write \"escalation\": [ { \"afterSchoolDays\": 3, \"to\": \"supervisor\" } ], or [] for none");
            return null;
        }

        var steps = new List<EscalationStep>();
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                policies.Bad($"{Name}[{index}]", item.GetRawText(), "it is not an object", "Write { \"afterSchoolDays\": 3, \"to\": \"supervisor\" }");
            }
            else if (Step(index, item) is { } step)
            {
                steps.Add(step);
            }
        }

        foreach (var (earlier, later) in steps.Zip(steps.Skip(1)).Where(pair => pair.First.AfterSchoolDays >= pair.Second.AfterSchoolDays))
        {
            policies.Bad(
                Name, $"{later.AfterSchoolDays}", $"a step of {later.AfterSchoolDays} school days comes after one of {earlier.AfterSchoolDays}",
                "Write the steps in order, each later than the one before");
        }

        return steps;
    }

    private EscalationStep? Step(int index, JsonElement item)
    {
        var path = $"policies.{Name}[{index}]";
        var step = new SettingsObject(item, path, problems);
        var days = step.Number("afterSchoolDays", 1, MostSchoolDays);
        var to = step.Word<EscalationTarget>("to");
        step.ReportUnknown();
        foreach (var missing in Needed.Where(name => !step.Has(name)))
        {
            step.Bad(missing, "", "the setting is missing", $"Add \"{missing}\" to the step");
        }

        return days is { } after && to is { } target ? new EscalationStep(after, target) : null;
    }
}
