namespace Notifier.Application.Evidence;

/// <summary>Where words that were sent still lie as files: the outbox of one machine.</summary>
public interface ISentFiles
{
    /// <returns>Null: there is no file of this attempt.</returns>
    SentFile? Find(string attemptId);
}

/// <summary>One attempt as it lies in the outbox.</summary>
/// <param name="File">Its path within the outbox.</param>
/// <param name="Subject">Empty for a text.</param>
/// <param name="Text">The words.</param>
/// <param name="Html">The other form of an email; null for a text.</param>
public sealed record SentFile(string File, string Subject, string Text, string? Html);
