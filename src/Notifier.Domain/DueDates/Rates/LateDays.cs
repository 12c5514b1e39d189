namespace Notifier.DueDates.Rates;

/// <summary>How far beyond their due dates the late ones were or are, in calendar days.</summary>
public sealed record LateDays(int Fewest, int Most);
