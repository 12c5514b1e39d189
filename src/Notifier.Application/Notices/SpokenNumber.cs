namespace Notifier.Application.Notices;

/// <summary>A phone number as people read it.</summary>
public static class SpokenNumber
{
    private const int LengthInNorthAmerica = 12;

    /// <summary><c>+15125550142</c> becomes <c>(512) 555-0142</c>; other countries' numbers stay as they are.</summary>
    public static string Of(string e164) => e164.StartsWith("+1", StringComparison.Ordinal) && e164.Length == LengthInNorthAmerica
        ? $"({e164[2..5]}) {e164[5..8]}-{e164[8..]}"
        : e164;
}
