using System.Text;

namespace Notifier.Evidence;

/// <summary>The detail of an entry as <c>name=value; name=value</c>: readable as it stands, and by a program.</summary>
public static class EvidenceDetail
{
    /// <summary>Values that are empty are left out; line breaks and semicolons inside a value become commas.</summary>
    public static string Of(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var detail = new StringBuilder(96);
        foreach (var (name, value) in parts)
        {
            if (!string.IsNullOrEmpty(value))
            {
                detail.Append(detail.Length == 0 ? "" : "; ").Append(name).Append('=').Append(OneLine(value));
            }
        }

        return detail.ToString();
    }

    /// <summary>The value of a name; empty when it is not there.</summary>
    public static string Find(string detail, string name)
    {
        foreach (var part in detail.Split("; "))
        {
            if (part.StartsWith(name + "=", StringComparison.Ordinal))
            {
                return part[(name.Length + 1)..];
            }
        }

        return "";
    }

    private static string OneLine(string value) =>
        value.ReplaceLineEndings(",").Replace(';', ',');
}
