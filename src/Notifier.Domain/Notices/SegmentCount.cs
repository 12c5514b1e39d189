using System.Buffers;

namespace Notifier.Notices;

/// <summary>How a text travels: its encoding, and how many segments the carrier counts and bills.</summary>
/// <remarks>One character outside GSM-7 turns the whole message into UCS-2, at less than half the room.</remarks>
public readonly record struct SegmentCount
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ\u00a7¿abcdefghijklmnopqrstuvwxyzäöñüà";

    // Each is sent as an escape and a letter: two positions that stay together.
    private const string Extension = "\f^{}\\[~]|€";

    private static readonly SearchValues<char> Gsm7 = SearchValues.Create(Basic + Extension);
    private static readonly SearchValues<char> TwoPositions = SearchValues.Create(Extension);

    public bool IsGsm7 { get; private init; }

    /// <summary>Septets in GSM-7, UTF-16 units in UCS-2.</summary>
    public int Units { get; private init; }

    /// <summary>At least 1.</summary>
    public int Segments { get; private init; }

    public static SegmentCount Of(string text)
    {
        var gsm7 = !text.AsSpan().ContainsAnyExcept(Gsm7);
        var (alone, joined) = gsm7 ? (160, 153) : (70, 67);
        var units = 0;
        var segments = 1;
        var room = joined;
        for (var i = 0; i < text.Length; i++)
        {
            var width = WidthAt(text, i, gsm7);
            if (width > room)
            {
                segments++;
                room = joined;
            }

            room -= width;
            units += width;
            // The second half of a surrogate pair was counted with the first.
            i += gsm7 ? 0 : width - 1;
        }

        return new SegmentCount { IsGsm7 = gsm7, Units = units, Segments = units <= alone ? 1 : segments };
    }

    private static int WidthAt(string text, int index, bool gsm7) => gsm7
        ? TwoPositions.Contains(text[index]) ? 2 : 1
        : char.IsSurrogatePair(text, index) ? 2 : 1;
}
