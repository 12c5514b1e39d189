using Notifier.Delivery.Replies;
using Notifier.Notices;

namespace Notifier.Application.Delivery.Replies;

/// <summary>Which replies are answered by a text, in which wording, and how long the answer is of use.</summary>
internal static class ReplyAnswers
{
    /// <summary>The wording; null: no text answers it.</summary>
    public static string? Name(ReplyMeaning meaning) => meaning switch
    {
        ReplyMeaning.EndTexts or ReplyMeaning.WrongNumber => Wordings.AnswerStop,
        ReplyMeaning.ResumeTexts => Wordings.AnswerStart,
        ReplyMeaning.AsksForHelp => Wordings.AnswerHelp,
        _ => null,
    };

    // 47 CFR 64.1200(a)(12): a confirmation within five minutes is presumed to be covered by the earlier consent.
    public static NodaTime.Duration UsefulFor(ReplyMeaning meaning) =>
        meaning is ReplyMeaning.EndTexts or ReplyMeaning.WrongNumber
            ? NodaTime.Duration.FromMinutes(5)
            : NodaTime.Duration.FromHours(1);
}
