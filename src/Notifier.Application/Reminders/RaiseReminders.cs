namespace Notifier.Application.Reminders;

/// <summary>Hourly: the reminders of every day up to today, for districts whose run hour has come.</summary>
public sealed class RaiseReminders
{
    public Task RunAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("RaiseReminders lands with the next commits of this branch.");
}
