namespace Notifier.Adapters.DistrictFolders.Csv;

/// <summary>One row of a file.</summary>
/// <param name="Line">The line it begins on.</param>
/// <param name="Raw">As it stands in the file, without the last line's end.</param>
/// <param name="Fields">Unquoted; empty when there is a fault.</param>
/// <param name="Fault">Null: the row was taken apart.</param>
/// <param name="EndsFile">The file ends with this row and without a line end.</param>
internal sealed record CsvRecord(int Line, string Raw, IReadOnlyList<string> Fields, CsvFault? Fault, bool EndsFile);
