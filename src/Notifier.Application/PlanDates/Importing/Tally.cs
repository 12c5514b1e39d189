namespace Notifier.Application.PlanDates.Importing;

/// <summary>How often something was seen, with the first few examples.</summary>
internal sealed class Tally
{
    private const int MostExamples = 5;

    private readonly List<string> examples = [];

    public int Count { get; private set; }

    public IReadOnlyList<string> Examples => examples;

    /// <param name="example">Ids and dates, no names.</param>
    public void Add(Func<string> example)
    {
        Count++;
        if (examples.Count < MostExamples)
        {
            examples.Add(example());
        }
    }
}
