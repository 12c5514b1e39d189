using Notifier.DueDates.Duties;
using Notifier.Law;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.DueDates.Counting;

/// <summary>The clocks of every obligation of one kind of plan, in the order of the catalog.</summary>
internal sealed class ClockTable
{
    private readonly Dictionary<ObligationId, ObligationClock> byId = [];

    public ClockTable(StateLaw law, District district, PlanKind kind)
    {
        var compiler = new CountCompiler(law, district, id => byId.GetValueOrDefault(id));
        Refuse(law.Federal);
        Refuse(law.Own);
        foreach (var entry in ObligationCatalog.All.Where(entry => entry.PlanKinds.Contains(kind)))
        {
            var general = Versions(law.Federal, entry, kind);
            var own = Versions(law.Own, entry, kind);
            if (general.Count + own.Count > 0)
            {
                byId.Add(entry.Id, Make(entry, kind, general, own, compiler, law, district));
            }
        }

        All = [.. byId.Values];
    }

    public IReadOnlyList<ObligationClock> All { get; }

    private static ObligationClock Make(
        ObligationEntry entry, PlanKind kind, List<ObligationVersion> general,
        List<ObligationVersion> own, CountCompiler compiler, StateLaw law, District district)
    {
        var entryLaw = kind == PlanKind.Section504 && entry.Section504Law.Count > 0 ? entry.Section504Law : entry.Law;
        var behind = general.Count > 0 ? general[0].StateOptionCitation ?? general[0].Citation : (entryLaw is [var first, ..] ? first : null);
        return new ObligationClock(
            entry,
            Compiled(entry, own, version => behind is null ? [version.Citation] : [version.Citation, behind], compiler),
            Compiled(entry, general, version => Ages(entry, law) is { } age && age != version.Citation
                ? [age, version.Citation]
                : [version.Citation], compiler))
        {
            Stricter = StricterPolicy.Node(entry.Id, general, own, compiler, law, district),
            Concerns = Concern.Of(entry.Id),
            StateStartMissing = own.Count == 0
                ? ""
                : $"{law.Name} counts this from {StartWords.Of(own[0].Count)}, which is not on record: record it.",
        };
    }

    /// <summary>The paragraph of the state's own age, which governs the federal rule's date; null: it has none.</summary>
    private static Citation? Ages(ObligationEntry entry, StateLaw law) =>
        entry.Id == ObligationIds.TransitionPlanning && law.Own is { TransitionAges: [var age, ..] } ? age.Citation : null;

    private static VersionedCount? Compiled(
        ObligationEntry entry, List<ObligationVersion> versions,
        Func<ObligationVersion, IReadOnlyList<Citation>> law, CountCompiler compiler) => versions.Count == 0
        ? null
        : new VersionedCount(
        [
            .. versions.Select(version => new CountVersion(
                version, compiler.Compile(version.Count), Mask(version.MetBy ?? entry.MetBy), law(version))
            {
                AgreedDateReplaces = version.AgreedDateReplaces,
            }),
        ]);

    private static List<ObligationVersion> Versions(LawFile? file, ObligationEntry entry, PlanKind kind) =>
        file is not null && file.Obligations.TryGetValue(entry.Id, out var versions)
            ? [.. versions.Where(version => version.Concerns(kind))]
            : [];

    private static ulong Mask(IEnumerable<PlanDateKind> kinds) =>
        kinds.Aggregate(0UL, (mask, kind) => mask | CountNode.Bit(kind));

    private static void Refuse(LawFile? file)
    {
        if (file?.Obligations.Keys.FirstOrDefault(id => !ObligationCatalog.Knows(id.Value)) is { Value: not null } unknown)
        {
            throw new ArgumentException($"The law file of {file.State} names '{unknown}', which is no obligation.");
        }
    }
}
