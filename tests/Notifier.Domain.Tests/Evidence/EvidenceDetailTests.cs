using Notifier.Evidence;

namespace Notifier.Domain.Tests.Evidence;

public sealed class EvidenceDetailTests
{
    [Fact]
    public void Is_read_back_by_name()
    {
        var detail = EvidenceDetail.Of(("old", "2026-01-16"), ("part", ""), ("reason", "the calendar changed; twice\nat once"));

        Assert.Equal("old=2026-01-16; reason=the calendar changed, twice,at once", detail);
        Assert.Equal("2026-01-16", EvidenceDetail.Find(detail, "old"));
        Assert.Equal("", EvidenceDetail.Find(detail, "part"));
    }
}
