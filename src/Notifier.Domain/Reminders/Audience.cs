namespace Notifier.Reminders;

/// <summary>Who is told about a due date.</summary>
public enum Audience
{
    CaseManager,
    Supervisor,
    Family,

    /// <summary>The district's contact, when a duty stays open.</summary>
    District,
}
