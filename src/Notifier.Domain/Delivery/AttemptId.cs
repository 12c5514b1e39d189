using System.Globalization;

namespace Notifier.Delivery;

/// <summary>
/// The name of one attempt, <c>noticeId-1</c>, <c>noticeId-2</c> and so on: derived, so that the same attempt always
/// carries the same id and a repeated one can be recognised anywhere.
/// </summary>
public static class AttemptId
{
    /// <param name="noticeId">Letters and digits.</param>
    /// <param name="number">1 for the first attempt.</param>
    public static string For(string noticeId, int number) =>
        noticeId + "-" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The notice an attempt belongs to.</summary>
    /// <exception cref="FormatException">The text is not an attempt id.</exception>
    public static string NoticeIdOf(string attemptId) => Split(attemptId).NoticeId;

    /// <summary>1 for the first attempt.</summary>
    /// <exception cref="FormatException">The text is not an attempt id.</exception>
    public static int NumberOf(string attemptId) => Split(attemptId).Number;

    private static (string NoticeId, int Number) Split(string attemptId)
    {
        var dash = attemptId.LastIndexOf('-');
        return dash > 0
            && int.TryParse(attemptId.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
            ? (attemptId[..dash], number)
            : throw new FormatException($"'{attemptId}' is not an attempt id: it ends in '-' and a number from 1.");
    }
}
