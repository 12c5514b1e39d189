using NodaTime;
using Notifier.Adapters.Outbox;
using Notifier.Adapters.Templates;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.Evidence;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Application.ScheduleChanges;
using Notifier.Application.Storage;

namespace Notifier.Cli.Commands;

/// <summary>What reads evidence out of a store, with the outbox beside it.</summary>
internal static class EvidenceOfStore
{
    /// <param name="tables">The store.</param>
    /// <param name="dataFolder">Holds the outbox; null: this home has none.</param>
    /// <param name="clock">Says of which moment the names are.</param>
    public static EvidenceReport Open(IEntityTables tables, string? dataFolder, IClock clock)
    {
        var ledger = new EvidenceLedger(tables);
        var files = dataFolder is null
            ? null
            : new OutboxFiles(new OutboxSettings { Folder = Path.Combine(Path.GetFullPath(dataFolder), "outbox") });
        return new EvidenceReport(
            ledger, new NoticeLedger(tables, ledger), new KeptReplies(tables, ledger), new VisibleProblems(tables),
            new DistrictFiles(tables), new StudentFiles(tables), new VerifyEvidence(ledger),
            new FindSentWords(
                new NoticeComposer(new HandlebarsTemplates()), new PastSubjects(new KeptScheduleChanges(tables)), files),
            clock);
    }
}
