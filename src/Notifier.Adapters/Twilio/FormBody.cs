using System.Text;

namespace Notifier.Adapters.Twilio;

/// <summary>Names and values as <c>application/x-www-form-urlencoded</c>.</summary>
internal static class FormBody
{
    public const string ContentType = "application/x-www-form-urlencoded";

    public static byte[] Write(IEnumerable<KeyValuePair<string, string>> fields) =>
        Encoding.ASCII.GetBytes(string.Join('&', fields.Select(one =>
            $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value)}")));

    /// <summary>In the order in which they came, untrimmed: a signature is over exactly these.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string text)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            fields.Add(equals < 0
                ? new(Decode(pair), "")
                : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..])));
        }

        return fields;
    }

    /// <summary>The first value of a name; empty when it is not there.</summary>
    public static string Value(this IReadOnlyList<KeyValuePair<string, string>> fields, string name) =>
        fields.FirstOrDefault(one => one.Key == name).Value ?? "";

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
