namespace Notifier.Application.Reminders;

/// <summary>Nightly: a rotating share of students, agenda against plans; differences are put right and reported.</summary>
public sealed class AuditAgenda
{
    public Task RunAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("AuditAgenda lands with the next commits of this branch.");
}
