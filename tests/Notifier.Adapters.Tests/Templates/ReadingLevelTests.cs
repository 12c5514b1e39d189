using Notifier.Testing;

namespace Notifier.Adapters.Tests.Templates;

/// <summary>A parent reads every notice without help: grade 6 in English, "quite easy" in Spanish.</summary>
public sealed class ReadingLevelTests
{
    private const double HighestGrade = 6;
    private const double LowestEase = 65;
    private const double HardestEnglishSentence = 9;
    private const double HardestSpanishSentence = 55;

    [Theory]
    [MemberData(nameof(FamilyWording.All), MemberType = typeof(FamilyWording))]
    public void Is_easy_to_read(FamilyWording wording)
    {
        var text = FamilyWording.Composer.Compose(wording.Facts).Text;

        if (wording.Language == "es")
        {
            Assert.InRange(ReadingLevel.EaseOfSpanish(text), LowestEase, 120);
        }
        else
        {
            Assert.InRange(ReadingLevel.GradeOfEnglish(text), -3, HighestGrade);
        }
    }

    [Theory]
    [MemberData(nameof(FamilyWording.All), MemberType = typeof(FamilyWording))]
    public void No_hard_sentence_hides_among_easy_ones(FamilyWording wording)
    {
        // In a text the school's name and the date are half of each sentence, and would be what is measured.
        var facts = wording.Facts with { School = NoticeFixture.School with { Name = "We" } };
        var sentences = ReadingLevel.LongSentences(FamilyWording.Composer.Compose(facts).Text);

        Assert.All(sentences, sentence =>
        {
            if (wording.Language == "es")
            {
                Assert.InRange(ReadingLevel.EaseOfSpanish(sentence), HardestSpanishSentence, 140);
            }
            else
            {
                Assert.InRange(ReadingLevel.GradeOfEnglish(sentence), -5, HardestEnglishSentence);
            }
        });
    }

    [Theory]
    [InlineData("you", 1)]
    [InlineData("come", 1)]
    [InlineData("school", 1)]
    [InlineData("people", 2)]
    [InlineData("meeting", 2)]
    [InlineData("review", 2)]
    [InlineData("changes", 2)]
    [InlineData("invited", 3)]
    [InlineData("interpreter", 4)]
    [InlineData("education", 4)]
    public void Counts_english_syllables(string word, int syllables) =>
        Assert.Equal(syllables, ReadingLevel.EnglishSyllables(word));

    [Theory]
    [InlineData("plan", 1)]
    [InlineData("junta", 2)]
    [InlineData("escuela", 3)]
    [InlineData("día", 2)]
    [InlineData("reunión", 2)]
    [InlineData("teléfono", 4)]
    [InlineData("intérprete", 4)]
    [InlineData("leer", 2)]
    public void Counts_spanish_syllables(string word, int syllables) =>
        Assert.Equal(syllables, ReadingLevel.SpanishSyllables(word));

    [Fact]
    public void The_words_of_the_regulation_would_fail()
    {
        const string Regulation =
            "A public agency must ensure that a reevaluation of each child with a disability is conducted if the public "
            + "agency determines that the educational or related services needs, including improved academic achievement "
            + "and functional performance, of the child warrant a reevaluation.";
        const string Reglamento =
            "La agencia educativa local deberá asegurar que se realice una reevaluación de cada estudiante con "
            + "discapacidad cuando determine que las necesidades educativas o de servicios relacionados, incluyendo el "
            + "rendimiento académico y el desempeño funcional, justifican dicha reevaluación.";

        Assert.True(ReadingLevel.GradeOfEnglish(Regulation) > HardestEnglishSentence);
        Assert.True(ReadingLevel.EaseOfSpanish(Reglamento) < HardestSpanishSentence);
    }
}
