using Notifier.Reminders;

namespace Notifier.Adapters.DistrictFolders.Settings;

/// <summary>Reads <c>policies.reminderLadder</c>.</summary>
internal sealed class LadderSettings(SettingsObject policies)
{
    private const string Name = "reminderLadder";

    public IReadOnlyList<LadderStep> Read()
    {
        if (policies.Element(Name) is not { } ladder)
        {
            return [];
        }

        var reading = LadderFile.Read(ladder);
        foreach (var problem in reading.Problems)
        {
            policies.Bad(Name + problem.Path, "", problem.Message, "The shipped ladder shows the form of every entry");
        }

        return reading.Steps;
    }
}
