using System.Runtime.CompilerServices;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.DueDates;
using Notifier.Application.Notices;
using Notifier.Evidence;
using Notifier.Notices;

namespace Notifier.Application.Evidence;

/// <summary>
/// Finds the words of each attempt of a record: in the outbox, or by composing them again from what is on file today. The
/// hash kept at the sending decides whether they are the words that were sent; nothing else passes for them.
/// </summary>
/// <param name="composer">As it composes today.</param>
/// <param name="subjects">What notices were about.</param>
/// <param name="files">The outbox; null: this home has none.</param>
public sealed class FindSentWords(NoticeComposer composer, PastSubjects subjects, ISentFiles? files = null)
{
    /// <summary>By attempt.</summary>
    public async Task<IReadOnlyDictionary<string, SentWords>> RunAsync(EvidenceReading reading, CancellationToken cancellationToken)
    {
        var words = new Dictionary<string, SentWords>(StringComparer.Ordinal);
        var notices = reading.Notices.ToLookup(row => row.NoticeId, StringComparer.Ordinal);
        foreach (var started in reading.Entries.Where(entry => entry.Kind == EvidenceKind.AttemptStarted))
        {
            if (notices[started.NoticeId].FirstOrDefault() is { } notice)
            {
                words[started.AttemptId] = await OfAsync(reading, notice, started, cancellationToken);
            }
        }

        return words;
    }

    private async Task<SentWords> OfAsync(
        EvidenceReading reading, NoticeRow notice, EvidenceRow started, CancellationToken cancellationToken)
    {
        var (attemptId, hash) = (started.AttemptId, SentWords.HashOf(started));
        var file = files?.Find(attemptId);
        if (file is not null && NoticeEvidence.HashOf(file.Subject, file.Text, file.Html) == hash)
        {
            return new SentWords
            {
                AttemptId = attemptId,
                Subject = file.Subject,
                Text = file.Text,
                File = file.File,
                IsFromFile = true,
                Why = $"These are the words sent, from the outbox file {file.File}; the hash kept at the sending agrees.",
            };
        }

        var template = SentWords.TemplateOf(started);
        var today = "";
        await foreach (var content in AgainAsync(reading, notice, started, cancellationToken))
        {
            // Of several ways in which it may have been said, one with the same wording is the likeliest.
            today = today.Length == 0 || content.Template == template ? content.Template : today;
            if (NoticeEvidence.HashOf(content.Subject, content.Text, content.Html) == hash)
            {
                return new SentWords
                {
                    AttemptId = attemptId,
                    Subject = content.Subject,
                    Text = content.Text,
                    File = file?.File,
                    Why = $"These are the words sent, composed again from what is on file today; the hash kept at the sending agrees.{Differs(file)}",
                };
            }
        }

        return new SentWords
        {
            AttemptId = attemptId,
            File = file?.File,
            Why = $"The words sent cannot be shown: the record keeps their hash alone ({hash[..Math.Min(8, hash.Length)]}), wording {template}. {Reason(reading, template, today)}{Differs(file)}",
        };
    }

    private async IAsyncEnumerable<NoticeContent> AgainAsync(
        EvidenceReading reading, NoticeRow notice, EvidenceRow started,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (reading.People is not { Student: { } student, District: { } district })
        {
            yield break;
        }

        var rules = DistrictRules.Of(district);
        await foreach (var subject in subjects.OfAsync(reading, notice, started.At, student, rules, cancellationToken))
        {
            foreach (var recipient in PastRecipients.Of(notice, student, district))
            {
                if (Compose(subject, recipient, started.At) is { } content)
                {
                    yield return content;
                }
            }
        }
    }

    // What a wording needs may not be on record any more.
    private NoticeContent? Compose(INoticeSubject subject, Recipient recipient, Instant at)
    {
        try
        {
            return subject.Compose(composer, recipient, at);
        }
        catch (TemplateException)
        {
            return null;
        }
    }

    private static string Reason(EvidenceReading reading, string template, string today) => (today, reading.StaffId) switch
    {
        (_, not null) => "A digest is read from many students' records at the moment of sending, and is not composed again.",
        ("", _) => "What it was about, or whom it went to, is not on file any more.",
        _ when today != template => $"Composed today it would have the wording {today}: other words, or another language.",
        _ => "The wording is the same today; a name, a date or another fact on file has changed since.",
    };

    private static string Differs(SentFile? file) =>
        file is null ? "" : $" The outbox file {file.File} does NOT hold the words sent: its hash differs.";
}
