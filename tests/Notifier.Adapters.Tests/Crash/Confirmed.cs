namespace Notifier.Adapters.Tests.Crash;

/// <summary>What the killed processes said the store had confirmed.</summary>
internal sealed class Confirmed
{
    /// <summary>The last number each writer of the ledger was confirmed.</summary>
    public Dictionary<string, int> Written { get; } = [];

    /// <summary>The last number each sender was confirmed.</summary>
    public Dictionary<string, int> Sent { get; } = [];

    public HashSet<string> Completed { get; } = [];

    public int Count { get; private set; }

    public void Add(IEnumerable<string> lines)
    {
        foreach (var words in lines.Select(line => line.Split(' ')))
        {
            switch (words[0])
            {
                case "wrote":
                    Written[words[1]] = int.Parse(words[2], null);
                    break;
                case "sent":
                    Sent[words[1]] = int.Parse(words[2], null);
                    break;
                case "completed":
                    Completed.Add(words[1]);
                    break;
                case "handling":
                    Assert.False(Completed.Contains(words[1]), $"{words[1]} was delivered again after it was completed.");
                    continue;
                default:
                    continue;
            }

            Count++;
        }
    }
}
