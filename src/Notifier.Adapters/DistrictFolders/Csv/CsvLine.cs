namespace Notifier.Adapters.DistrictFolders.Csv;

/// <summary>One line of a file.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Text">Without its end; the beginning alone when the line is too long, read as Latin-1 when it is not UTF-8.</param>
/// <param name="End">The characters that ended the line; empty at the end of the file.</param>
/// <param name="Fault">Null: the text is what the file holds.</param>
internal sealed record CsvLine(int Number, string Text, string End, CsvFault? Fault);
