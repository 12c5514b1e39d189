using Notifier.Delivery.Replies;
using Notifier.Law;

namespace Notifier.Application.Delivery.Replies;

/// <summary>What a case manager is told about a reply.</summary>
/// <param name="Said">In a few words, for the subject of the mail; names nobody.</param>
/// <param name="What">In a full sentence.</param>
/// <param name="Remedy">What to do now.</param>
internal sealed record ReplyNews(string Said, string What, string Remedy)
{
    private const string Unclear = " This number was told of more than one meeting: ask which one is meant.";

    /// <param name="reply">As it was kept.</param>
    /// <param name="hasMail">The contact can be written to by email.</param>
    /// <param name="plan">34 CFR 300.322 is said of an IEP alone.</param>
    public static ReplyNews Of(ReplyRow reply, bool hasMail, PlanKind plan)
    {
        var news = Plain(reply, hasMail, plan == PlanKind.Section504 ? "" : "34 CFR 300.322");
        return reply.IsUnclear ? news with { Remedy = news.Remedy + Unclear } : news;
    }

    private static ReplyNews Plain(ReplyRow reply, bool hasMail, string law) => reply.Meaning switch
    {
        ReplyMeaning.ConfirmsMeeting => new(
            "will come to the meeting", "They say that they will come.", "Nothing, unless the words below say more."),
        ReplyMeaning.AsksForOtherTime => new(
            "asks for another time",
            "They ask for another day or time.",
            $"Agree on a time with them{Cited(law, "(a)(2)")}, change the meetingScheduled date and import it: everybody is told."),
        ReplyMeaning.AsksForInterpreter => new(
            "asks for an interpreter",
            "They ask for an interpreter, or for another language.",
            $"Arrange an interpreter{Cited(law, "(e)")}, and see whether the contact's language is right in contacts.csv."),
        ReplyMeaning.WrongNumber => new(
            "wrong number",
            "Whoever has this number says that it is the wrong one. It is not texted any more.",
            hasMail
                ? "Find out the right number and mend contacts.csv. Until then this contact is told by email."
                : "Find out the right number, mend contacts.csv, and tell this contact by letter or phone until then."),
        ReplyMeaning.EndTexts => new(
            "ended texts",
            "They ended texts. No district texts this number any more; the duty to tell them stays.",
            hasMail
                ? "Nothing: this contact is told by email from now on."
                : "There is no other way on record: tell this contact by letter or phone, and ask for a mail address."),
        ReplyMeaning.ResumeTexts => new("resumed texts", "They want texts again.", "Nothing."),
        ReplyMeaning.AsksForHelp => new("asked who writes", "They asked who writes, and were told.", "Nothing."),
        _ => new("please read", "They wrote something that needs a person.", "Read it, and answer by phone or email."),
    };

    private static string Cited(string law, string paragraph) => law.Length == 0 ? "" : $" ({law}{paragraph})";
}
