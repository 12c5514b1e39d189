using System.Text;
using Notifier.Adapters.Outbox;
using Notifier.Application.Delivery.Attempts;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Adapters.Tests.Outbox;

public sealed class OutboxFolderTests : IDisposable
{
    private readonly TempFolder folder = new();

    private OutboxFolder Outbox => new(new OutboxSettings { Folder = folder.Path });

    private static LostAttempt Lost => new()
    {
        AttemptId = "n1-1",
        Channel = Channel.Email,
        Address = "maria@example.org",
        TextHash = "",
        StartedAt = OakHill.At(2026, 10, 14, 6),
        ClaimAsync = (_, _) => Task.FromResult(true),
    };

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_email_is_a_whole_mail_with_both_forms()
    {
        var outcome = await Outbox.DeliverAsync(Email("n1-1"), CancellationToken.None);

        Assert.Equal(DeliveryOutcomeKind.Delivered, outcome.Kind);
        var mail = MailParts.Parse(await File.ReadAllBytesAsync(folder.File("2026-10-14/email-n1-1.eml")));
        Assert.Equal("Reunión anual: ¿puede venir? 👋 – una línea de asunto que es más larga que setenta y seis caracteres", mail.Header("Subject"));
        Assert.Equal("María \"Mari\" Peña <maria@example.org>", mail.Header("To"));
        Assert.Equal("\"Oak Hill Schools\" <notices@outbox.invalid>", mail.Header("From"));
        Assert.Equal("<n1-1@outbox.invalid>", mail.Header("Message-ID"));
        Assert.Equal("Wed, 14 Oct 2026 06:00:00 -0500", mail.Header("Date"));
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], mail.Parts.Select(part => part.Type));
        Assert.Equal(Email("n1-1").Content.Text, mail.Parts[0].Text);
        Assert.Equal(Email("n1-1").Content.Html, mail.Parts[1].Text);
    }

    [Fact]
    public async Task Every_line_of_a_mail_is_ascii_and_short()
    {
        await Outbox.DeliverAsync(Email("n1-1"), CancellationToken.None);

        var raw = await File.ReadAllBytesAsync(folder.File("2026-10-14/email-n1-1.eml"));
        Assert.All(raw, one => Assert.InRange(one, (byte)9, (byte)126));
        var text = Encoding.ASCII.GetString(raw);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
    }

    [Fact]
    public async Task A_line_break_in_a_name_or_subject_starts_no_header()
    {
        var message = Email("n1-1") with
        {
            RecipientName = "Eve\r\nBcc: all@example.org",
            Content = Email("n1-1").Content with { Subject = "Hi\r\nBcc: all@example.org\r\n\r\nbody" },
        };
        await Outbox.DeliverAsync(message, CancellationToken.None);

        var mail = MailParts.Parse(await File.ReadAllBytesAsync(folder.File("2026-10-14/email-n1-1.eml")));
        Assert.Null(mail.Header("Bcc"));
    }

    [Fact]
    public async Task A_text_is_a_small_file_with_the_very_words()
    {
        await Outbox.DeliverAsync(Text("n2-1"), CancellationToken.None);

        var text = await File.ReadAllTextAsync(folder.File("2026-10-14/text-n2-1.txt"));
        Assert.Equal(
            """
            To: +15125550142
            Name: María "Mari" Peña
            Date: 2026-10-14 06:00 America/Chicago
            Language: es
            Notice: n2
            Why: Annual review of plan P1 is due on 2026-11-14.

            Hola. ¿Puede venir?

            """.ReplaceLineEndings("\n"),
            text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_same_attempt_is_one_file_and_is_found()
    {
        Assert.Equal(
            DeliveryOutcomeKind.NotSentTryAgain, (await Outbox.FindAsync(Lost, CancellationToken.None)).Kind);

        await Outbox.DeliverAsync(Email("n1-1"), CancellationToken.None);
        await Outbox.DeliverAsync(Email("n1-1"), CancellationToken.None);

        Assert.Single(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories));
        Assert.Equal(DeliveryOutcomeKind.Delivered, (await Outbox.FindAsync(Lost, CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_no_file()
    {
        Directory.CreateDirectory(folder.File("2026-10-14"));
        await File.WriteAllTextAsync(folder.File("2026-10-14/.email-n1-1.eml.part"), "From: half");

        Assert.Equal(
            DeliveryOutcomeKind.NotSentTryAgain, (await Outbox.FindAsync(Lost, CancellationToken.None)).Kind);
        await Outbox.DeliverAsync(Email("n1-1"), CancellationToken.None);
        Assert.Single(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_says_where_and_what_to_do()
    {
        await File.WriteAllTextAsync(folder.File("2026-10-14"), "a file where the folder should be");

        var problem = await Assert.ThrowsAsync<IOException>(() => Outbox.DeliverAsync(Email("n1-1"), CancellationToken.None));

        Assert.Contains(folder.File("2026-10-14"), problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("and run again.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_says_who_received_what_and_why()
    {
        await Outbox.DeliverAsync(Email("n1-1"), CancellationToken.None);
        await Outbox.DeliverAsync(Text("n2-1"), CancellationToken.None);
        await Outbox.DeliverAsync(
            Email("n3-1") with { NoticeId = "n3", RecipientName = "<b>Eve</b>", Address = "eve@example.org" }, CancellationToken.None);
        var index = new OutboxIndex(new OutboxSettings { Folder = folder.Path });

        Assert.Equal(3, await index.RebuildAsync(CancellationToken.None));
        Assert.Equal(3, await index.RebuildAsync(CancellationToken.None));

        var page = await File.ReadAllTextAsync(folder.File("index.html"));
        Assert.Contains("<caption>Mar&#237;a &quot;Mari&quot; Pe&#241;a (maria@example.org)</caption>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Eve&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("href=\"2026-10-14/email-n1-1.eml\"", page, StringComparison.Ordinal);
        Assert.Contains("<td role=\"cell\" lang=\"es\">Hola. &#191;Puede venir?</td>", page, StringComparison.Ordinal);
        Assert.Contains("scope=\"row\">2026-10-14 06:00</th>", page, StringComparison.Ordinal);
        Assert.Contains("Annual review of plan P1 is due on 2026-11-14.", page, StringComparison.Ordinal);
        var csv = await File.ReadAllLinesAsync(folder.File("index.csv"));
        Assert.Equal("date,kind,name,address,language,says,why,notice,file,hour", csv[0]);
        Assert.Contains(
            "\"2026-10-14\",\"text\",\"María \"\"Mari\"\" Peña\",\"'+15125550142\",\"es\",\"Hola. ¿Puede venir?\","
            + "\"Annual review of plan P1 is due on 2026-11-14.\",\"n2\",\"2026-10-14/text-n2-1.txt\",\"06:00\"",
            csv);
    }

    [Fact]
    public void The_first_notices_of_a_day_may_come_all_at_once()
    {
        // Many days, because the moment in which one thread makes the folder and another finds it missing is short.
        for (var day = 0; day < 300; day++)
        {
            var first = Email("n") with { At = Email("n").At.Plus(NodaTime.Duration.FromDays(day)) };
            using var together = new Barrier(8);
            var threads = Enumerable.Range(0, 8).Select(number => new Thread(() =>
            {
                together.SignalAndWait();
                _ = Outbox.DeliverAsync(first with { AttemptId = $"n{number}-1" }, CancellationToken.None);
            })).ToArray();
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
        }

        Assert.Equal(300 * 8, Directory.EnumerateFiles(folder.Path, "*.eml", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task A_meeting_comes_with_its_calendar_file()
    {
        var calendar = new CalendarFile("meeting.ics", "BEGIN:VCALENDAR\r\nSUMMARY:Niñez\r\nEND:VCALENDAR\r\n");
        var plain = Email("n1-1");
        var message = plain with { Content = plain.Content with { Calendar = calendar } };

        await new OutboxFolder(new OutboxSettings { Folder = folder.Path }).DeliverAsync(message, CancellationToken.None);

        var mail = MailParts.Parse(File.ReadAllBytes(Directory.EnumerateFiles(folder.Path, "*.eml", SearchOption.AllDirectories).Single()));
        Assert.Equal(3, mail.Parts.Count);
        Assert.Contains("text/calendar", mail.Parts[2].Type, StringComparison.Ordinal);
        Assert.Contains("meeting.ics", mail.Parts[2].Type, StringComparison.Ordinal);
        Assert.Equal(calendar.Text, mail.Parts[2].Text);
        Assert.StartsWith("text/html", mail.Parts[1].Type, StringComparison.Ordinal);
    }

    private static OutgoingMessage Email(string attemptId) => new()
    {
        AttemptId = attemptId,
        NoticeId = "n1",
        Channel = Channel.Email,
        Address = "maria@example.org",
        RecipientName = "María \"Mari\" Peña",
        Language = "es",
        Content = new NoticeContent
        {
            Subject = "Reunión anual: ¿puede venir? 👋 – una línea de asunto que es más larga que setenta y seis caracteres",
            Text = $"Hola:\nUna línea larga {new string('x', 90)} con acentos áéíóú y = y espacios al final  \n.\nFrom here\n--=_n1-1\n👋",
            Html = "<p lang=\"es\">Hola: á = é</p>\n<p>👋</p>",
        },
        SenderName = "Oak Hill Schools",
        ReplyTo = "office@example.org",
        At = OakHill.At(2026, 10, 14, 6).InZone(OakHill.Zone),
        Why = "Annual review of plan P1 is due on 2026-11-14.",
    };

    private static OutgoingMessage Text(string attemptId) => Email(attemptId) with
    {
        NoticeId = "n2",
        Channel = Channel.Sms,
        Address = "+15125550142",
        Content = new NoticeContent { Subject = "", Text = "Hola. ¿Puede venir?" },
    };
}
