using FsCheck;
using FsCheck.Fluent;
using Notifier.Adapters.Outbox;
using Notifier.Application.Delivery.Attempts;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Adapters.Tests.Outbox;

/// <summary>What was written into the outbox is read back letter for letter: evidence compares its hash.</summary>
public sealed class OutboxFilesTests : IDisposable
{
    private const string Attempt = "76e9807e694cffa845ed8d8e6447f642-1";

    private readonly TempFolder folder = new();

    private OutboxSettings Settings => new() { Folder = folder.Path };

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Texts =>
    [
        "One line.",
        "Reunión anual: ¿puede venir? 👋",
        "A line with a blank at its end \nand a second one, = with marks =C3 and tabs\t\n\n--=_alternative\nthe end",
        new string('x', 200) + " " + new string('ñ', 90),
        "ends with a break\n",
        "",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task An_email_is_read_back_as_it_was_written(string text)
    {
        var content = new NoticeContent
        {
            Subject = "Reunión anual, una línea de asunto que es más larga que setenta y seis caracteres, y más",
            Text = text,
            Html = $"<p>{text}</p>\n",
            Calendar = new CalendarFile("meeting.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
        };
        await WriteAsync(content, Channel.Email);

        var file = new OutboxFiles(Settings).Find(Attempt);

        Assert.NotNull(file);
        Assert.Equal($"2026-10-14/email-{Attempt}.eml", file.File);
        Assert.Equal((content.Subject, content.Text, content.Html), (file.Subject, file.Text, file.Html));
    }

    [Fact]
    public async Task An_email_of_one_form_is_read_back_as_it_was_written()
    {
        await WriteAsync(new NoticeContent { Subject = "Plain", Text = "One\n\nTwo" }, Channel.Email);

        var file = new OutboxFiles(Settings).Find(Attempt);

        Assert.Equal(("Plain", "One\n\nTwo", null), (file?.Subject, file?.Text, file?.Html));
    }

    [Fact]
    public async Task A_text_is_read_back_as_it_was_written()
    {
        await WriteAsync(new NoticeContent { Subject = "", Text = "Escuela Oak: mañana no hay clases. Responda STOP." }, Channel.Sms);

        var file = new OutboxFiles(Settings).Find(Attempt);

        Assert.Equal(
            ($"2026-10-14/text-{Attempt}.txt", "", "Escuela Oak: mañana no hay clases. Responda STOP.", null),
            (file?.File, file?.Subject, file?.Text, file?.Html));
    }

    [Fact]
    public void Any_text_survives_its_encoding() =>
        Prop.ForAll<string>(text =>
        {
            var lines = string.Join('\n', (text ?? "").EnumerateRunes().Select(rune => rune.ToString())
                .Where(rune => rune is not ("\r" or "\f" or "\v" or "\u0085" or "\u2028" or "\u2029" or "\ufffd")).Chunk(7).Select(runes => string.Concat(runes)));
            return QuotedPrintable.Decode(QuotedPrintable.Encode(lines)) == lines;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_attempt_without_a_file_has_none_and_neither_has_a_home_without_an_outbox()
    {
        Assert.Null(new OutboxFiles(Settings).Find(Attempt));
        Assert.Null(new OutboxFiles(new OutboxSettings { Folder = folder.File("nowhere") }).Find(Attempt));
    }

    private Task<DeliveryOutcome> WriteAsync(NoticeContent content, Channel channel) => new OutboxFolder(Settings).DeliverAsync(
        new OutgoingMessage
        {
            AttemptId = Attempt,
            NoticeId = Attempt[..32],
            Channel = channel,
            Address = channel == Channel.Sms ? "+15125550142" : "maria@example.org",
            RecipientName = "María Peña",
            Language = "es",
            Content = content,
            SenderName = "Oak Hill Schools",
            At = OakHill.At(2026, 10, 14, 6).InZone(OakHill.Zone),
            Why = "A test.",
        },
        CancellationToken.None);
}
