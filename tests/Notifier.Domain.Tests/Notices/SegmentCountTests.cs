using Notifier.Notices;

namespace Notifier.Domain.Tests.Notices;

public sealed class SegmentCountTests
{
    [Theory]
    [InlineData("", 0, true, 1)]
    [InlineData("a", 160, true, 1)]
    [InlineData("a", 161, true, 2)]
    [InlineData("a", 306, true, 2)]
    [InlineData("a", 307, true, 3)]
    [InlineData("é", 160, true, 1)]
    [InlineData("ñ", 160, true, 1)]
    [InlineData("Ç", 160, true, 1)]
    [InlineData("ç", 71, false, 2)]
    [InlineData("€", 80, true, 1)]
    [InlineData("€", 81, true, 2)]
    [InlineData("€", 152, true, 2)]
    [InlineData("€", 153, true, 3)] // 306 positions, but no pair may be split
    [InlineData("á", 70, false, 1)]
    [InlineData("á", 71, false, 2)]
    [InlineData("á", 134, false, 2)]
    [InlineData("á", 135, false, 3)]
    [InlineData("\U0001F600", 35, false, 1)]
    [InlineData("\U0001F600", 36, false, 2)]
    [InlineData("\U0001F600", 66, false, 2)]
    [InlineData("\U0001F600", 67, false, 3)] // 134 units, but no pair may be split
    public void Counts_as_the_carrier_counts(string unit, int times, bool gsm7, int segments)
    {
        var count = SegmentCount.Of(string.Concat(Enumerable.Repeat(unit, times)));

        Assert.Equal((gsm7, segments), (count.IsGsm7, count.Segments));
    }

    [Theory]
    [InlineData(159, "á", false, 3)]
    [InlineData(69, "’", false, 1)]
    [InlineData(70, "’", false, 2)]
    public void One_character_outside_the_set_turns_the_whole_text(int times, string last, bool gsm7, int segments)
    {
        var count = SegmentCount.Of(new string('a', times) + last);

        Assert.Equal((gsm7, segments), (count.IsGsm7, count.Segments));
    }

    [Fact]
    public void The_whole_basic_set_is_gsm7_at_one_position_each()
    {
        const string Basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

        Assert.Equal(127, Basic.Length);
        Assert.Equal((true, 127), (SegmentCount.Of(Basic).IsGsm7, SegmentCount.Of(Basic).Units));
    }

    [Fact]
    public void The_extension_set_takes_two_positions_each() =>
        Assert.Equal((true, 20), (SegmentCount.Of("\f^{}\\[~]|€").IsGsm7, SegmentCount.Of("\f^{}\\[~]|€").Units));

    [Theory]
    [InlineData("á")]
    [InlineData("í")]
    [InlineData("ó")]
    [InlineData("ú")]
    [InlineData("Á")]
    [InlineData("Í")]
    [InlineData("Ó")]
    [InlineData("Ú")]
    [InlineData("ç")]
    [InlineData("ã")]
    [InlineData("“")]
    [InlineData("–")]
    [InlineData("…")]
    [InlineData("«")]
    [InlineData("º")]
    [InlineData("\t")]
    public void These_are_outside_the_set(string text) => Assert.False(SegmentCount.Of(text).IsGsm7);

    [Fact]
    public void A_lone_half_of_a_pair_counts_as_one() => Assert.Equal(2, SegmentCount.Of("\uD83Dx").Units);
}
