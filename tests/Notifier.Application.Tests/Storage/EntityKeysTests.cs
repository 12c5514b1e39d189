using FsCheck;
using FsCheck.Fluent;
using Notifier.Application.Storage;

namespace Notifier.Application.Tests.Storage;

public sealed class EntityKeysTests
{
    [Fact]
    public void Every_id_that_was_escaped_is_fit_for_a_key() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<UnicodeString>().Filter(id => id.Get is { Length: > 0 and < 40 } && IsWellFormed(id.Get)),
            id =>
            {
                var key = StoreKey.Of(id.Get);
                EntityKeys.Check(key, key);
                return StoreKey.Unescape(key) == id.Get && !key.Contains('|', StringComparison.Ordinal);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_refusal_names_the_character_and_the_remedy()
    {
        var refused = Assert.Throws<ArgumentException>(() => EntityKeys.Check("p", "grade 4/5"));

        Assert.Contains("U+002F", refused.Message, StringComparison.Ordinal);
        Assert.Contains("StoreKey.Of", refused.Message, StringComparison.Ordinal);
    }

    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar);
}
