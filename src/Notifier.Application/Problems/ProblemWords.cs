namespace Notifier.Application.Problems;

/// <summary>Kinds of problems in words for a list: what is the matter, in half a sentence.</summary>
public static class ProblemWords
{
    public static string Of(ProblemKind kind) => kind switch
    {
        ProblemKind.DueDateUnknown => "a due date cannot be computed",
        ProblemKind.RecipientUnreachable => "somebody who must be told cannot be reached",
        ProblemKind.NoticeNotSent => "a notice could not be sent",
        ProblemKind.NoticeNotComposed => "a notice could not be written",
        ProblemKind.OutcomeUnknown => "it is not known whether a notice arrived",
        ProblemKind.MeetingMoved => "the family was told of a meeting that is not so any more",
        ProblemKind.ContactBroken => "an address of a family cannot be used any more",
        ProblemKind.ReplyFromStranger => "a text came from a number that was never texted",
        ProblemKind.RowsLeftOut => "rows of the district's folder were left out",
        ProblemKind.PlanGone => "a plan is gone from the district's folder",
        ProblemKind.DatesContradict => "dates of a plan cannot all be right",
        ProblemKind.DatesMissing => "a plan lacks dates that duties are counted from",
        ProblemKind.DaysNotRun => "reminders of some days were never raised",
        ProblemKind.ProviderRefuses => "a provider refuses the district's account or sender",
        ProblemKind.RunNotFinished => "a day's run did not finish",
        ProblemKind.EveningTooFull => "the texts of an evening do not fit through the sender",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of problem without words."),
    };
}
