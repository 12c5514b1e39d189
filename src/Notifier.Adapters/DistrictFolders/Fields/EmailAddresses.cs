using System.Text.RegularExpressions;

namespace Notifier.Adapters.DistrictFolders.Fields;

/// <summary>Checks that a text can be a mail address; whether anybody reads it, nobody knows before writing there.</summary>
internal static partial class EmailAddresses
{
    private const int Longest = 254;

    /// <returns>Null for an address or an empty text.</returns>
    public static FieldFault? Check(string text)
    {
        if (text.Length == 0 || (text.Length <= Longest && Form().IsMatch(text)))
        {
            return null;
        }

        return text.IndexOfAny([';', ',', ' ']) >= 0
            ? new FieldFault("it is not one mail address", "Write one address, for example name@example.org; another person is another row")
            : new FieldFault("it is not a mail address", "Write it as name@example.org");
    }

    [GeneratedRegex(@"^[^\s@.,;:<>()\[\]""\\]+(\.[^\s@.,;:<>()\[\]""\\]+)*@([A-Za-z0-9]([A-Za-z0-9\-]*[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9\-]*[A-Za-z0-9])$")]
    private static partial Regex Form();
}
