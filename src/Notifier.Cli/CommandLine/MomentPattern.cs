using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Notifier.Cli.CommandLine;

/// <summary>
/// A moment as a person may write it: with seconds or without, in UTC or with an offset. Never without either: whose
/// clock was meant would be a guess.
/// </summary>
public sealed class MomentPattern : IPattern<Instant>
{
    private static readonly IPattern<OffsetDateTime>[] Forms =
    [
        OffsetDateTimePattern.ExtendedIso,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"),
    ];

    public static MomentPattern Instance { get; } = new();

    public ParseResult<Instant> Parse(string text)
    {
        var upper = text.ToUpperInvariant();
        var results = Forms.Select(form => form.Parse(upper)).ToList();
        return (results.Find(result => result.Success) ?? results[0]).Convert(moment => moment.ToInstant());
    }

    public string Format(Instant value) => InstantPattern.ExtendedIso.Format(value);

    public StringBuilder AppendFormat(Instant value, StringBuilder builder) =>
        InstantPattern.ExtendedIso.AppendFormat(value, builder);
}
