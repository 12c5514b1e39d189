using Notifier.Adapters.AzureTables;

namespace Notifier.Adapters.Tests.AzureTables;

public sealed class WriteMarksTests
{
    [Fact]
    public void No_mark_comes_twice()
    {
        var (one, other) = (new WriteMarks(), new WriteMarks());

        var marks = Enumerable.Range(0, 500).SelectMany(_ => new[] { one.Next(), other.Next() }).ToList();

        Assert.Equal(marks.Count, marks.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_last_eight_are_kept_the_newest_first()
    {
        var marks = "";
        for (var number = 1; number <= 12; number++)
        {
            marks = WriteMarks.Of($"m{number}", marks);
        }

        Assert.Equal("m12 m11 m10 m9 m8 m7 m6 m5", marks);
    }

    [Fact]
    public void A_mark_is_held_whole()
    {
        Assert.True(WriteMarks.Hold("ab c", "ab"));
        Assert.False(WriteMarks.Hold("ab c", "a"));
        Assert.False(WriteMarks.Hold(null, "a"));
    }

    [Fact]
    public void A_version_gives_back_its_parts()
    {
        var version = RowVersion.Of("W/\"datetime'2026-11-21T17%3A02%3A34.8984057Z'\"", "m2 m1");

        Assert.Equal("W/\"datetime'2026-11-21T17%3A02%3A34.8984057Z'\"", RowVersion.ETag(version));
        Assert.Equal("m2 m1", RowVersion.Marks(version));
        Assert.Null(RowVersion.Marks(RowVersion.Of("W/\"1\"", null)));
    }
}
