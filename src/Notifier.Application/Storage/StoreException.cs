namespace Notifier.Application.Storage;

/// <summary>The store cannot be opened, read or written. Says what is wrong, where, and how to mend it.</summary>
public sealed class StoreException(string problem, string place, string remedy, Exception? cause = null)
    : Exception($"{problem} ({place}) {remedy}", cause)
{
    public string Problem { get; } = problem;

    /// <summary>The folder or file.</summary>
    public string Place { get; } = place;

    public string Remedy { get; } = remedy;
}
