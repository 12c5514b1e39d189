namespace Notifier.Cli.Sample;

/// <summary>Which stories a sample of a given size tells: every notable one, then ordinary ones to fill it.</summary>
public static class SampleCast
{
    /// <summary>The fewest children that leave room for every notable story.</summary>
    public static int FewestStudents { get; } =
        IepStories.Notable.Count + Section504Stories.Notable.Count + EvaluationStories.Notable.Count;

    public static IReadOnlyList<SampleStory> Of(int students, SampleRandom random)
    {
        SampleStory[] notable = [.. IepStories.Notable, .. Section504Stories.Notable, .. EvaluationStories.Notable];
        var ordinary = Enumerable.Range(0, students - notable.Length).Select(_ => Ordinary(random));

        return random.Shuffle(notable.Concat(ordinary.ToArray()));
    }

    private static SampleStory Ordinary(SampleRandom random) => random.Below(100) switch
    {
        < 64 => IepStories.Ordinary,
        < 90 => Section504Stories.Ordinary,
        _ => EvaluationStories.Ordinary,
    };
}
