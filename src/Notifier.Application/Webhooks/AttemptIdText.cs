using Notifier.Delivery;

namespace Notifier.Application.Webhooks;

/// <summary>An attempt's id as a provider brings it back.</summary>
public static class AttemptIdText
{
    /// <summary>Letters, digits and hyphens, a number at the end. Whether there is such an attempt is another matter.</summary>
    public static bool IsOne(string text)
    {
        if (text.Length is 0 or > 100 || !text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return false;
        }

        try
        {
            return AttemptId.NumberOf(text) > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
