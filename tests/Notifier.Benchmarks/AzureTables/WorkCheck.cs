namespace Notifier.Benchmarks.AzureTables;

/// <summary>Work that did not do what it was measured for measures nothing.</summary>
internal static class WorkCheck
{
    public static void IsThousand(int count)
    {
        if (count != 1000)
        {
            throw new InvalidOperationException($"{count} rows came instead of 1000.");
        }
    }
}
