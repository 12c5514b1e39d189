namespace Notifier.Adapters.DistrictFolders.Csv;

/// <summary>Why the text of a row cannot be taken apart.</summary>
/// <param name="What">What is wrong, and at which character of the line.</param>
/// <param name="Remedy">How to mend it.</param>
internal sealed record CsvFault(string What, string Remedy);
