namespace Notifier.Adapters.DistrictFolders;

/// <summary>What is known of a row that another refers to.</summary>
/// <param name="Student">The store key of the student it belongs to; empty: nobody knows whose it is.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="Rejected">It was left out, and takes with it what depends on it.</param>
internal readonly record struct RowState(string Student, int Line, bool Rejected);
