using System.Text.RegularExpressions;

namespace Notifier.Law;

/// <summary>A paragraph of law in its one form, for example <c>34 CFR 300.323(c)(1)</c>.</summary>
/// <remarks>ASCII only, deepest paragraph; a citation in any other form is refused when it is made.</remarks>
public sealed partial record Citation
{
    /// <exception cref="ArgumentException">The text is empty, has a section sign or another character outside ASCII.</exception>
    public Citation(string text)
    {
        if (!Form().IsMatch(text))
        {
            throw new ArgumentException(
                $"'{text}' is not a citation: write it in ASCII as '34 CFR 300.323(c)(1)', without a section sign.",
                nameof(text));
        }

        Text = text;
    }

    public string Text { get; }

    public override string ToString() => Text;

    [GeneratedRegex(@"^[A-Za-z0-9][ -~]{3,}$")]
    private static partial Regex Form();
}
