using FsCheck;
using FsCheck.Fluent;
using Notifier.Application.Storage;

namespace Notifier.Application.Tests.Storage;

public class StoreKeyTests
{
    [Fact]
    public void Every_text_comes_back_and_makes_a_key_any_store_takes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>().Filter(text => IsText(text.Get)), text =>
        {
            var key = StoreKey.Of(text.Get);
            return StoreKey.Unescape(key) == text.Get && key.All(c => c is > ' ' and < '\x7f' and not ('/' or '\\' or '#' or '?' or '%' or '|'));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Different_parts_never_make_the_same_key()
    {
        Assert.NotEqual(StoreKey.Of("a|b", "c"), StoreKey.Of("a", "b|c"));
        Assert.NotEqual(StoreKey.Of("~41"), StoreKey.Of("A"));
        Assert.Equal("a~7cb|c", StoreKey.Of("a|b", "c"));
    }

    [Fact]
    public void The_range_under_a_part_holds_nothing_else()
    {
        var (from, to) = StoreKey.Under("d");

        Assert.All(["d|", "d|a", "d|~7e"], key => Assert.True(Inside(key)));
        Assert.All(["d", "d1|a", "d~7d|a", "c|a", "e|a"], key => Assert.False(Inside(key)));

        bool Inside(string key) => string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0;
    }

    [Fact]
    public void A_text_that_is_no_key_is_refused() => Assert.Throws<FormatException>(() => StoreKey.Unescape("a~4"));

    // Half a pair of surrogates is no text, and no file can hold it.
    private static bool IsText(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)) == text;
}
