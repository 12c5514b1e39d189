namespace Notifier.Cli.Sample;

/// <summary>An invented family's name, its first names, and the language it may prefer to read.</summary>
public sealed record SampleFamilyName(string LastName, string Language, IReadOnlyList<string> FirstNames);
