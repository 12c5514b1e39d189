using System.Text.RegularExpressions;

namespace Notifier.Adapters.DistrictFolders.Fields;

/// <summary>Reads telephone numbers: E.164, or a form that is clear in the United States.</summary>
internal static partial class PhoneNumbers
{
    private static readonly FieldFault NotANumber = new(
        "it is not a telephone number", "Write it as +15125550142 or (512) 555-0142, one number without an extension");

    /// <param name="text">As written; empty: no number.</param>
    /// <param name="number">E.164, or empty.</param>
    public static FieldFault? Parse(string text, out string number)
    {
        number = "";
        if (text.Length == 0)
        {
            return null;
        }

        if (!Written().IsMatch(text))
        {
            return NotANumber;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (text[0] == '+' && digits[0] != '1')
        {
            // Other countries: E.164 allows at most fifteen digits; none is shorter than eight.
            number = digits[0] != '0' && digits.Length is >= 8 and <= 15 ? "+" + digits : "";
            return number.Length > 0 ? null : NotANumber;
        }

        var ten = digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits;
        if (ten.Length != 10)
        {
            return new FieldFault($"it has {ten.Length} digits; a number in the United States has ten", "Write it as +15125550142 or (512) 555-0142");
        }

        if (ten[0] < '2' || ten[3] < '2')
        {
            return new FieldFault("no number in the United States begins so", "Check the area code and the number: both begin with 2 to 9");
        }

        number = "+1" + ten;
        return null;
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 .\-()/]*$|^\([0-9][0-9 .\-()/]*$")]
    private static partial Regex Written();
}
