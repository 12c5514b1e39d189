namespace Notifier.Evidence;

/// <summary>What happened, in the past tense.</summary>
public enum EvidenceKind
{
    /// <summary>Old date, new date and reason are in the detail.</summary>
    DueDateMoved,

    /// <summary>A notice to one recipient over one channel entered the ledger.</summary>
    NoticePlanned,

    /// <summary>An attempt is about to be made; recorded before the provider is called.</summary>
    AttemptStarted,

    /// <summary>It is certain that the attempt sent nothing; the next one is scheduled.</summary>
    AttemptNotSent,

    /// <summary>The provider took it.</summary>
    NoticeAccepted,

    /// <summary>Handed on to the carrier or mail server.</summary>
    NoticeSent,

    NoticeDelivered,

    /// <summary>It never went out and will not.</summary>
    NoticeNotSent,

    /// <summary>Taken by the provider, then not delivered.</summary>
    NoticeFailed,

    /// <summary>Checked again and not sent; the reason is in the detail.</summary>
    NoticeWithheld,

    /// <summary>Put off to the next allowed hour.</summary>
    NoticeDeferred,

    /// <summary>It is not known whether the attempt sent anything: held.</summary>
    OutcomeUnknown,

    /// <summary>What became of a held attempt was found out; what was seen is in the detail.</summary>
    OutcomeReconciled,

    /// <summary>A receipt came that changes nothing: late, repeated or contrary.</summary>
    ReceiptNoted,

    /// <summary>The provider took it and never said what became of it; it was looked for as long as that is of use.</summary>
    FinalReportMissing,

    /// <summary>The agenda differed from the plans and was put right.</summary>
    AgendaRepaired,

    /// <summary>Something needs a person: its owner and what it is are in the detail.</summary>
    ProblemOpened,

    /// <summary>A person texted back; the detail names the reply, its meaning and the meeting it answers.</summary>
    ReplyReceived,

    /// <summary>A case manager has seen that a duty is overdue and is at it: who, when and how are in the detail.</summary>
    DutyAcknowledged,
}
