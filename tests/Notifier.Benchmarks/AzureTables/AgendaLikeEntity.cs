using Microsoft.Azure.Cosmos.Table;

namespace Notifier.Benchmarks.AzureTables;

/// <summary>The same row for the package measured beside.</summary>
internal sealed class AgendaLikeEntity : TableEntity
{
    public string StudentId { get; set; } = "";

    public string PlanId { get; set; } = "";

    public string Obligation { get; set; } = "";

    public string DueOn { get; set; } = "";

    public string Audience { get; set; } = "";

    public string Reason { get; set; } = "";

    public int Step { get; set; }

    public bool IsLast { get; set; }
}
