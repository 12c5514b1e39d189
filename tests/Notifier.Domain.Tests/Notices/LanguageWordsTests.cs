using NodaTime;
using NodaTime.Text;
using Notifier.Notices;

namespace Notifier.Domain.Tests.Notices;

public sealed class LanguageWordsTests
{
    private static readonly LocalDate Today = new(2026, 12, 17);

    [Theory]
    [InlineData("en", "2027-01-15", "Friday, January 15")]
    [InlineData("es", "2027-01-15", "viernes 15 de enero")]
    [InlineData("en", "2026-12-01", "Tuesday, December 1")]
    [InlineData("es", "2027-03-03", "miércoles 3 de marzo")]
    [InlineData("en", "2027-06-15", "Tuesday, June 15")] // 180 days
    [InlineData("en", "2027-06-16", "Wednesday, June 16, 2027")] // 181 days: which June?
    [InlineData("es", "2026-01-16", "viernes 16 de enero de 2026")]
    [InlineData("en", "2028-02-29", "Tuesday, February 29, 2028")]
    public void Says_dates_as_people_do(string language, string date, string words) =>
        Assert.Equal(words, LanguageWords.For(language).SayDate(LocalDatePattern.Iso.Parse(date).Value, Today));

    [Theory]
    [InlineData("en", -2, "2 days ago")]
    [InlineData("en", -1, "yesterday")]
    [InlineData("en", 0, "today")]
    [InlineData("en", 1, "tomorrow")]
    [InlineData("en", 14, "in 14 days")]
    [InlineData("es", -3, "hace 3 días")]
    [InlineData("es", 1, "mañana")]
    [InlineData("es", 14, "en 14 días")]
    public void Says_how_far_away_a_day_is(string language, int days, string words) =>
        Assert.Equal(words, LanguageWords.For(language).SayWhen(Today.PlusDays(days), Today));

    [Theory]
    [InlineData(0, 0, "12:00 a.m.")]
    [InlineData(8, 5, "8:05 a.m.")]
    [InlineData(12, 0, "12:00 p.m.")]
    [InlineData(14, 30, "2:30 p.m.")]
    [InlineData(23, 59, "11:59 p.m.")]
    public void Says_times_as_people_do(int hour, int minute, string words) =>
        Assert.Equal(words, LanguageWords.For("en").SayTime(new LocalTime(hour, minute)));

    [Fact]
    public void Every_language_has_every_weekday_and_month()
    {
        foreach (var language in TemplateFiles.Languages)
        {
            var words = LanguageWords.For(language);

            Assert.Equal((7, 12), (words.Weekdays.Distinct().Count(), words.Months.Distinct().Count()));
        }
    }

    [Fact]
    public void A_language_that_is_not_shipped_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => LanguageWords.For("xx"));
}
