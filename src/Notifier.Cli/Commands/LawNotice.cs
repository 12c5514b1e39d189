using Notifier.Application.PlanDates;
using Notifier.Cli.Output;
using Notifier.Law;

namespace Notifier.Cli.Commands;

/// <summary>Says when a state's own numbers are not on file: a due date would otherwise look more certain than it is.</summary>
public static class LawNotice
{
    public static void Write(Screen screen, DistrictFile? file)
    {
        if (file is not null && !StateLaw.For(file.District.State).IsModelled)
        {
            screen.Error.WriteLine(
                $"notifier: the rules of {file.District.State} are not on file yet: due dates follow federal law alone, and the "
                + "state's own may be earlier. Ask your state agency before relying on them.");
        }
    }
}
