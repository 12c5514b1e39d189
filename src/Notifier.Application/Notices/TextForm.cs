namespace Notifier.Application.Notices;

/// <summary>How much a text says and in which letters; the first form that fits into two segments is taken.</summary>
internal enum TextForm
{
    Full,

    /// <summary>Every word, but accents that cost a text half its room are left off: whoever reads misses nothing.</summary>
    Plain,

    /// <summary>Besides, who writes and how to stop, which a first text says, in the fewest words.</summary>
    Trimmed,

    /// <summary>Besides, fewer words in all.</summary>
    Short,

    /// <summary>Of a changed day the kinds of change alone; whoever wants to know more calls.</summary>
    Bare,
}
