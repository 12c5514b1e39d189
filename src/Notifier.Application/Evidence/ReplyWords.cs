using Notifier.Application.Delivery.Replies;
using Notifier.Application.Storage;
using Notifier.Delivery.Replies;
using Notifier.Evidence;

namespace Notifier.Application.Evidence;

/// <summary>What a person wrote back, in the words of the record and in the person's own.</summary>
public static class ReplyWords
{
    /// <summary>As the program understood it; a meaning it does not know as it stands.</summary>
    public static string Of(string meaning) => Enum.TryParse<ReplyMeaning>(meaning, out var known) && Enum.IsDefined(known)
        ? Of(known)
        : meaning;

    public static string Of(ReplyMeaning meaning) => meaning switch
    {
        ReplyMeaning.ConfirmsMeeting => "will come to the meeting",
        ReplyMeaning.AsksForOtherTime => "asks for another day or time",
        ReplyMeaning.AsksForInterpreter => "asks for an interpreter",
        ReplyMeaning.EndTexts => "wants no more texts",
        ReplyMeaning.ResumeTexts => "wants texts again",
        ReplyMeaning.AsksForHelp => "asks who writes",
        ReplyMeaning.WrongNumber => "says that the number is wrong",
        ReplyMeaning.Other => "wrote something for a person to read",
        _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "A meaning without words."),
    };

    /// <summary>The very words, and whether they are those of that day.</summary>
    public static string Quoted(ReplyRow? reply, EvidenceRow entry)
    {
        if (reply is null)
        {
            return "The words of this answer are not kept.";
        }

        // The hash tells the words of that day from words that were put in their place.
        var agrees = EvidenceDetail.Find(entry.Detail, "words") == StableId.Of(reply.Text);
        var more = reply.Attachments > 0 ? " Pictures that came with it are not kept." : "";
        return $"\"{PlainText.OneLine(reply.Text)}\" {(agrees ? "(their words; hash agrees)" : "(NOT the words of that day: the hash differs)")}{more}";
    }
}
