namespace Notifier.Adapters.Templates;

/// <summary>One block of a letter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">One for a heading or paragraph, several for facts and lists, an empty one for the line above the footer.</param>
internal sealed record MailBlock(MailBlockKind Kind, List<string> Lines);
