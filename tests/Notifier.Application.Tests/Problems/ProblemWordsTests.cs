using Notifier.Application.Problems;

namespace Notifier.Application.Tests.Problems;

public class ProblemWordsTests
{
    [Fact]
    public void Every_kind_has_words_of_its_own()
    {
        var words = Enum.GetValues<ProblemKind>().Select(ProblemWords.Of).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
    }
}
