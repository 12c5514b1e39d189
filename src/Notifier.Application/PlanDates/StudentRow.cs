namespace Notifier.Application.PlanDates;

/// <summary>
/// A student's file in one row: one read, one write, nothing half-written. The content is JSON, cut to the length a
/// property may have.
/// </summary>
internal sealed record StudentRow : StudentHeader
{
    public const string Key = "student";

    public const int Pieces = 14;

    public string? Body0 { get; init; }

    public string? Body1 { get; init; }

    public string? Body2 { get; init; }

    public string? Body3 { get; init; }

    public string? Body4 { get; init; }

    public string? Body5 { get; init; }

    public string? Body6 { get; init; }

    public string? Body7 { get; init; }

    public string? Body8 { get; init; }

    public string? Body9 { get; init; }

    public string? Body10 { get; init; }

    public string? Body11 { get; init; }

    public string? Body12 { get; init; }

    public string? Body13 { get; init; }

    public string Body() =>
        Body1 is null
            ? Body0 ?? ""
            : string.Concat((ReadOnlySpan<string?>)
            [
                Body0, Body1, Body2, Body3, Body4, Body5, Body6, Body7, Body8, Body9, Body10, Body11, Body12, Body13,
            ]);

    public StudentRow WithBody(string body) =>
        this with
        {
            Body0 = TextPieces.At(body, 0),
            Body1 = TextPieces.At(body, 1),
            Body2 = TextPieces.At(body, 2),
            Body3 = TextPieces.At(body, 3),
            Body4 = TextPieces.At(body, 4),
            Body5 = TextPieces.At(body, 5),
            Body6 = TextPieces.At(body, 6),
            Body7 = TextPieces.At(body, 7),
            Body8 = TextPieces.At(body, 8),
            Body9 = TextPieces.At(body, 9),
            Body10 = TextPieces.At(body, 10),
            Body11 = TextPieces.At(body, 11),
            Body12 = TextPieces.At(body, 12),
            Body13 = TextPieces.At(body, 13),
        };
}
