namespace Notifier.Application.Reminders;

/// <summary>How the agenda is laid out and how far back a run looks.</summary>
public sealed record AgendaSettings
{
    /// <summary>
    /// Partitions a day, and calls a run; docs/large-districts.md says what for. May only be changed for an empty agenda: it
    /// decides where rows are looked for.
    /// </summary>
    public int Shards { get; init; } = 16;

    /// <summary>After an outage reminders of so many days are caught up; older ones are reported, not raised.</summary>
    public int MostDaysCaughtUp { get; init; } = 60;

    /// <summary>A share of one in so many students is audited each night.</summary>
    public int AuditShares { get; init; } = 7;

    /// <summary>One call of the audit looks at so many students at most, of whom it audits those of its share.</summary>
    public int StudentsInAuditCall { get; init; } = 20_000;

    /// <summary>A run that is not done so many hours after the district's run hour is a visible problem.</summary>
    public int RunDoneWithinHours { get; init; } = 2;
}
