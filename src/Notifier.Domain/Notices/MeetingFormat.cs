namespace Notifier.Notices;

/// <summary>How people take part in a meeting (34 CFR 300.322(c), 300.328).</summary>
public enum MeetingFormat
{
    InPerson,
    Video,
    Phone,
}
