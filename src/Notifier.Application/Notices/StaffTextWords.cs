using System.Globalization;
using Notifier.Notices;

namespace Notifier.Application.Notices;

/// <summary>What a text to a member of staff says, within one segment.</summary>
internal static class StaffTextWords
{
    // Longer, and the name would make two texts of one.
    private const int LongestName = 35;

    public static NoticeWords Of(StaffTextFacts facts)
    {
        var name = PlainLetters.Of(facts.District.Name);
        (int Number, string Words)[] parts =
            [(facts.Overdue, "overdue"), (facts.NoRoom, "too late for the notice"), (facts.Team, "of your team")];
        return new NoticeWords()
            .With("Sender", name.Length <= LongestName && SegmentCount.Of(name).IsGsm7 ? name : "Your school district")
            .With("What", string.Join(", ", parts.Where(part => part.Number > 0)
                .Select(part => $"{part.Number.ToString(CultureInfo.InvariantCulture)} {part.Words}")));
    }
}
