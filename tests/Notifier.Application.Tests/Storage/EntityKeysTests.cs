using FsCheck;
using FsCheck.Fluent;
using Notifier.Application.Storage;

namespace Notifier.Application.Tests.Storage;

public sealed class EntityKeysTests
{
    [Theory]
    [InlineData("S-1042", "S-1042")]
    [InlineData("a|b", "a~007cb")]
    [InlineData("7/4", "7~002f4")]
    [InlineData("~", "~007e")]
    [InlineData("Ñ", "~00d1")]
    public void An_id_is_escaped(string id, string escaped) => Assert.Equal(escaped, EntityKeys.Escape(id));

    [Fact]
    public void Every_id_can_be_read_back_and_is_fit_for_a_key() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonEmptyString>(),
            id =>
            {
                var escaped = EntityKeys.Escape(id.Get);
                if (escaped.Length <= EntityKeys.MostCharacters)
                {
                    EntityKeys.Check(escaped, escaped);
                }

                return EntityKeys.Unescape(escaped) == id.Get && !escaped.Contains('|', StringComparison.Ordinal);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_refusal_names_the_character_and_the_remedy()
    {
        var refused = Assert.Throws<ArgumentException>(() => EntityKeys.Check("p", "grade 4/5"));

        Assert.Contains("U+002F", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Escape", refused.Message, StringComparison.Ordinal);
    }
}
