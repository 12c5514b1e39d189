namespace Notifier.Application.Notices;

/// <summary>How much a text about a changed day says; the first that fits into two segments is taken.</summary>
internal enum ChangedDayForm
{
    Full,

    /// <summary>Fewer words around what the school wrote.</summary>
    Short,

    /// <summary>Besides, accents that cost a text half its room are left off.</summary>
    Plain,

    /// <summary>The kinds of change alone; whoever wants to know more calls.</summary>
    Bare,
}
