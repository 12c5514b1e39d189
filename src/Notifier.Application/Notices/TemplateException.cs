namespace Notifier.Application.Notices;

/// <summary>A notice could not be put into words: a fault of the program or its settings, never a blank in a letter.</summary>
public sealed class TemplateException : Exception
{
    public TemplateException(string message)
        : base(message)
    {
    }

    public TemplateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TemplateException()
    {
    }
}
