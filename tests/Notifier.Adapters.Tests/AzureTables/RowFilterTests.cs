using FsCheck;
using FsCheck.Fluent;
using Notifier.Adapters.AzureTables;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Tests.AzureTables;

public sealed class RowFilterTests
{
    [Fact]
    public void Quotes_are_doubled() =>
        Assert.Equal(
            "PartitionKey eq 'O''Brien' and RowKey ge 'a''b'", RowFilter.Rows("O'Brien", new RowRange("a'b", null)));

    [Fact]
    public void A_range_that_ends_at_its_start_is_empty() => Assert.Null(RowFilter.Rows("p", new RowRange(null, "")));

    [Theory]
    [InlineData("plan|", "plan}")]
    [InlineData("a.", "a0")]
    [InlineData("a~", "a\u00a0")]
    [InlineData("a\ud7ff", "a\ue000")]
    [InlineData("a\ufffd", "b")]
    [InlineData("", "")]
    public void The_end_of_a_prefix_is_the_next_key_there_can_be(string prefix, string bound) =>
        Assert.Equal(bound, KeyBound.NotAfter(prefix + '\uffff'));

    [Fact]
    public void The_bound_parts_keys_as_the_end_of_the_prefix_does()
    {
        var key = Gen.Choose(1, 3).SelectMany(length => Gen.ListOf(Gen.Choose(0x20, 0xfffd), length))
            .Select(codes => string.Concat(codes.Select(code => (char)code)))
            .Where(text => text.All(EntityKeys.MayHold));
        var pairs = from prefix in key from other in key from near in Gen.Elements("", "a", "\ufffd") select (prefix, other, near);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(pairs.ToArbitrary(), pair =>
            {
                var end = pair.prefix + '\uffff';
                var bound = KeyBound.NotAfter(end);
                return new[] { pair.other, pair.prefix + pair.near, pair.prefix[..^1] + pair.near }.All(candidate =>
                    (string.CompareOrdinal(candidate, end) < 0)
                    == (bound is "" || string.CompareOrdinal(candidate, bound) < 0));
            }));
    }
}
