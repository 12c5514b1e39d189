namespace Notifier.Reminders;

/// <summary>Who is told about a due date.</summary>
public enum Audience
{
    CaseManager,
    Supervisor,
    Family,
}
