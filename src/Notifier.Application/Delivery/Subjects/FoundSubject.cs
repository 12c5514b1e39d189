using Notifier.Delivery;

namespace Notifier.Application.Delivery.Subjects;

/// <summary>Whether a reminder is still true at the moment of sending, and what it is about.</summary>
public sealed record FoundSubject
{
    /// <summary>Null: it is true, and <see cref="Subject"/> is set.</summary>
    public WithholdReason? Withheld { get; private init; }

    /// <summary>What the reason rests on: the new date, the day it was met. Ids and dates only.</summary>
    public string Detail { get; private init; } = "";

    public INoticeSubject? Subject { get; private init; }

    public static FoundSubject Withhold(WithholdReason reason, string detail = "") =>
        new() { Withheld = reason, Detail = detail };

    public static FoundSubject Send(INoticeSubject subject) => new() { Subject = subject };
}
