using System.Text.RegularExpressions;
using System.Xml.Linq;
using Notifier.PlanDates;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Templates;

/// <summary>The HTML can be read with a screen reader and on a phone, and says exactly what the text says.</summary>
public sealed partial class MailHtmlTests
{
    public static TheoryData<FamilyWording> Mails =>
        [.. FamilyWording.Each.Where(one => one.Channel == Channel.Email)];

    [Theory]
    [MemberData(nameof(Mails))]
    public void Has_a_language_a_title_and_headings_in_order(FamilyWording wording)
    {
        var content = FamilyWording.Composer.Compose(wording.Facts);
        var html = Parse(content.Html!);

        Assert.Equal(wording.Language, html.Attribute("lang")!.Value);
        Assert.Equal(content.Subject, html.Descendants("title").Single().Value);
        Assert.Equal(content.Subject, html.Descendants("h1").Single().Value);
        Assert.Equal(["h1", "h2"], html.Descendants().Select(one => one.Name.LocalName).Where(name => Heading().IsMatch(name)).Distinct());
        Assert.Single(html.Descendants("main"));
        Assert.Empty(html.Descendants("img"));
        Assert.Empty(html.Descendants("table"));
        Assert.Contains(html.Descendants("meta"), meta => meta.Attribute("name")?.Value == "viewport");
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void Says_what_the_text_says(FamilyWording wording)
    {
        var content = FamilyWording.Composer.Compose(wording.Facts);
        var main = Parse(content.Html!).Descendants("main").Single();
        main.Descendants("h1").Single().Remove();

        Assert.Equal(LettersOf(content.Text), LettersOf(main.Value));
    }

    [Fact]
    public void A_phone_number_can_be_tapped()
    {
        var links = Parse(FamilyWording.Composer.Compose(NoticeFixture.Family("annual-review")).Html!).Descendants("a");

        Assert.Equal(["tel:+15125550142"], links.Select(link => link.Attribute("href")!.Value));
    }

    [Theory]
    [InlineData("#1b1b1b", "#ffffff", 7)]
    [InlineData("#454545", "#ffffff", 7)]
    [InlineData("#0b4f9e", "#ffffff", 7)]
    [InlineData("#1b1b1b", "#eaf1fb", 7)]
    public void Every_colour_of_text_stands_out_from_its_ground(string text, string ground, double least)
    {
        var html = FamilyWording.Composer.Compose(NoticeFixture.Family("meeting-notice")).Html!;

        Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.Contains(ground, html, StringComparison.Ordinal);
        var (light, dark) = (Luminance(ground), Luminance(text));
        Assert.InRange((light + 0.05) / (dark + 0.05), least, 21);
    }

    // The few void elements are closed, so that an XML reader proves every other one closed and nested.
    private static XElement Parse(string html) =>
        XElement.Parse(VoidElement().Replace(html.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal), "<$1$2/>"));

    // The text marks lists with a hyphen and the footer with three; the HTML has elements for them.
    private static string LettersOf(string text) =>
        string.Concat(ListMark().Replace(text, "").Where(letter => !char.IsWhiteSpace(letter)));

    // WCAG 2.1, relative luminance.
    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0;
            return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex("^(?:- |---$)", RegexOptions.Multiline)]
    private static partial Regex ListMark();

    [GeneratedRegex("^h[1-6]$")]
    private static partial Regex Heading();

    [GeneratedRegex("<(meta|br)([^>]*)>")]
    private static partial Regex VoidElement();
}
