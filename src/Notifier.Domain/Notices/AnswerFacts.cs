using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>Everything a text that answers a reply may say: nothing about a student.</summary>
public sealed record AnswerFacts
{
    public required District District { get; init; }

    public required Recipient Recipient { get; init; }

    /// <summary><see cref="Wordings.AnswerStop"/>, <see cref="Wordings.AnswerStart"/> or <see cref="Wordings.AnswerHelp"/>.</summary>
    public required string Wording { get; init; }
}
