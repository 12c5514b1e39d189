using System.Globalization;
using System.Text;

namespace Notifier.Cli.Sample;

/// <summary>Mail addresses at example.org and numbers from 555-0100 to 555-0199: nobody real can be reached by them.</summary>
public static class SampleAddresses
{
    private static readonly int[] AreaCodes = [512, 737, 210, 254, 361, 830, 325, 940, 806, 903, 409, 936];

    public static string StaffEmail(string name) => $"{Ascii(name)}@cedarvalley.example.org";

    /// <summary>The number keeps two people of one name apart.</summary>
    public static string Email(string name, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ascii(name)}.{number}@example.org");

    /// <summary>E.164. A hundred numbers per area code; unique below 1200.</summary>
    public static string Phone(int number) => string.Create(
        CultureInfo.InvariantCulture, $"+1{AreaCodes[number / 100 % AreaCodes.Length]}55501{number % 100:00}");

    private static string Ascii(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name.Replace('đ', 'd').Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(letter))
            {
                text.Append(char.ToLowerInvariant(letter));
            }
            else if (letter == ' ')
            {
                text.Append('.');
            }
        }

        return text.ToString();
    }
}
