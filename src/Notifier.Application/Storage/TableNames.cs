namespace Notifier.Application.Storage;

/// <summary>The names a table may have, in every store.</summary>
public static class TableNames
{
    /// <summary>Names are told apart without regard to case, as Table Storage does.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <exception cref="ArgumentException">The name is not 3 to 63 letters and digits, a letter first.</exception>
    public static void Check(string name)
    {
        var valid = name.Length is >= 3 and <= 63
            && char.IsAsciiLetter(name[0])
            && name.All(char.IsAsciiLetterOrDigit)
            && !Comparer.Equals(name, "tables");
        if (!valid)
        {
            throw new ArgumentException(
                $"'{name}' cannot name a table: use 3 to 63 ASCII letters and digits, a letter first, and not 'tables'.",
                nameof(name));
        }
    }
}
