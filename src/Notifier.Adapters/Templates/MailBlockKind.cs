namespace Notifier.Adapters.Templates;

/// <summary>The few shapes a letter is made of, and how a wording marks them.</summary>
internal enum MailBlockKind
{
    Paragraph,

    /// <summary><c>## Questions?</c></summary>
    Heading,

    /// <summary><c>> Day: Friday, January 16</c></summary>
    Facts,

    /// <summary><c>- Bring someone.</c></summary>
    List,

    /// <summary><c>---</c>: what follows is the footer.</summary>
    Footer,
}
