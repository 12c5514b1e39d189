using System.Text;
using NodaTime.Text;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Storage;
using Notifier.Delivery;
using Notifier.PlanDates;

namespace Notifier.Adapters.Outbox;

/// <summary>
/// Writes each email as a file that opens in a mail program and each text as a small text file, under the recipient's
/// local date: <c>2026-11-21/email-ATTEMPT.eml</c>. The same attempt is one file, however often it is delivered.
/// </summary>
public sealed class OutboxFolder(OutboxSettings settings) : IDeliveryChannel
{
    private const string Remedy = "Make room or correct the folder's permissions, and run again.";

    /// <summary>Makes sure that the outbox can be written, before anything is claimed for sending.</summary>
    /// <exception cref="StoreException">It is a file, or may not be written.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".writable.part");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The outbox cannot be written: {problem.Message}", folder, Remedy, problem);
        }
    }

    /// <inheritdoc/>
    public Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var folder = Path.Combine(settings.Folder, LocalDatePattern.Iso.Format(message.At.Date));
        var name = message.Channel == Channel.Sms ? TextName(message.AttemptId) : EmailName(message.AttemptId);
        try
        {
            Write(folder, name, message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The outbox {folder} cannot be written: {problem.Message} {Remedy}", problem);
        }

        return Task.FromResult(DeliveryOutcome.Delivered(null));
    }

    /// <inheritdoc/>
    public Task<DeliveryOutcome> FindAsync(LostAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(Find(attempt.AttemptId) is null
            ? DeliveryOutcome.TryAgain("no file in the outbox")
            : DeliveryOutcome.Delivered(null));

    private void Write(string folder, string name, OutgoingMessage message)
    {
        var text = message.Channel == Channel.Sms ? TextFile.Write(message) : MailFile.Write(message, settings.FromAddress);
        var unfinished = Path.Combine(folder, $".{name}.part");
        try
        {
            File.WriteAllBytes(unfinished, Encoding.UTF8.GetBytes(text));
        }
        catch (IOException missing) when (missing is DirectoryNotFoundException or FileNotFoundException)
        {
            // The file, not the folder, is called missing when another thread makes the folder in that very moment.
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(unfinished, Encoding.UTF8.GetBytes(text));
        }

        // A file has its name only when it is whole.
        File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
    }

    private string? Find(string attemptId)
    {
        if (!Directory.Exists(settings.Folder))
        {
            return null;
        }

        foreach (var day in Directory.EnumerateDirectories(settings.Folder))
        {
            foreach (var name in (string[])[EmailName(attemptId), TextName(attemptId)])
            {
                var path = Path.Combine(day, name);
                if (File.Exists(path))
                {
                    return path;
                }
            }
        }

        return null;
    }

    private static string EmailName(string attemptId) => $"email-{attemptId}.eml";

    private static string TextName(string attemptId) => $"text-{attemptId}.txt";
}
