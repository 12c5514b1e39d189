using NodaTime;
using Notifier.Evidence;

namespace Notifier.Domain.Tests.Evidence;

public sealed class EvidenceChainTests
{
    private static readonly EvidenceEntry Entry = new()
    {
        Kind = EvidenceKind.NoticeDelivered,
        At = Instant.FromUtc(2026, 1, 16, 14, 0),
        StudentId = "S1",
        PlanId = "P1",
        NoticeId = "n1",
        AttemptId = "n1-1",
        Detail = "reason=delivered",
    };

    public static TheoryData<string> Changes =>
        ["previous", "sequence", "kind", "at", "student", "plan", "notice", "attempt", "detail", "moved between parts"];

    [Fact]
    public void The_same_entry_in_the_same_place_has_the_same_hash() =>
        Assert.Equal(EvidenceChain.Hash(EvidenceChain.Start, 1, Entry), EvidenceChain.Hash(EvidenceChain.Start, 1, Entry with { }));

    // Other programs verify exported evidence: the form that is hashed must never change.
    [Fact]
    public void The_hash_is_the_published_one() =>
        Assert.Equal(
            "85dcf2a897385a3c164602b439589f10c173f62cf2f522f209ed618bbd42976f",
            EvidenceChain.Hash(EvidenceChain.Start, 1, Entry));

    [Theory]
    [MemberData(nameof(Changes))]
    public void Any_change_gives_another_hash(string what)
    {
        var before = EvidenceChain.Hash(EvidenceChain.Start, 1, Entry);
        var after = what switch
        {
            "previous" => EvidenceChain.Hash(before, 1, Entry),
            "sequence" => EvidenceChain.Hash(EvidenceChain.Start, 2, Entry),
            "kind" => EvidenceChain.Hash(EvidenceChain.Start, 1, Entry with { Kind = EvidenceKind.NoticeFailed }),
            "at" => EvidenceChain.Hash(EvidenceChain.Start, 1, Entry with { At = Entry.At + Duration.Epsilon }),
            "student" => EvidenceChain.Hash(EvidenceChain.Start, 1, Entry with { StudentId = "S2" }),
            "plan" => EvidenceChain.Hash(EvidenceChain.Start, 1, Entry with { PlanId = "" }),
            "notice" => EvidenceChain.Hash(EvidenceChain.Start, 1, Entry with { NoticeId = "n2" }),
            "attempt" => EvidenceChain.Hash(EvidenceChain.Start, 1, Entry with { AttemptId = "n1-2" }),
            "detail" => EvidenceChain.Hash(EvidenceChain.Start, 1, Entry with { Detail = "reason=Delivered" }),
            _ => EvidenceChain.Hash(EvidenceChain.Start, 1, Entry with { StudentId = "S1P", PlanId = "1" }),
        };

        Assert.NotEqual(before, after);
    }
}
