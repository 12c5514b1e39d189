namespace Notifier.Evidence;

/// <summary>What happened, in the past tense.</summary>
public enum EvidenceKind
{
    DueDateMoved,
    NoticePlanned,
    AttemptStarted,
    NoticeAccepted,
    NoticeDelivered,
    NoticeNotSent,
    NoticeFailed,
    NoticeWithheld,
    NoticeDeferred,
    OutcomeUnknown,
    OutcomeReconciled,
    AgendaRepaired,
}
