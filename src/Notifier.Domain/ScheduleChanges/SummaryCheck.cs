using Notifier.PlanDates;

namespace Notifier.ScheduleChanges;

/// <summary>What a summary may not tell every family that hears of the change.</summary>
public static class SummaryCheck
{
    /// <summary>Words that tell of a plan or a disability, and what "meant" names that is nowhere to be found.</summary>
    /// <param name="change">As read.</param>
    /// <param name="schools">Whose names may be written out, whomever they are called after.</param>
    public static IEnumerable<ScheduleChangeProblem> Of(ScheduleChange change, IReadOnlyList<School> schools)
    {
        foreach (var phrase in change.Meant.Where(phrase => !IsOfUse(phrase, change)))
        {
            yield return new("meant", $"'{phrase}' stands in no summary, or is one word", "Write at least two words as they stand in the summary, or leave it out");
        }

        foreach (var (language, text) in Told(change))
        {
            var words = NameWords.Of(text);
            var meant = Meant(change, schools);
            foreach (var word in TellingWords.In(text)
                .Where(word => TellingWords.NamesThePlan(word.Value) || !meant.CoverText(words, word.Index, word.Index + word.Length)))
            {
                yield return new(
                    $"summary.{language}", $"'{word.Value}' tells that a child has a plan or a disability",
                    "Say what is different without it: others may see the phone"
                    + (TellingWords.NamesThePlan(word.Value) ? "" : ". Where it is about no child, an awareness day perhaps, add its words to \"meant\""));
            }
        }
    }

    /// <summary>The full names in a summary that may be a student's; whether they are is looked up.</summary>
    public static IEnumerable<(string Language, FullName Name, string Written)> FullNamesIn(ScheduleChange change, IReadOnlyList<School> schools)
    {
        var meant = Meant(change, schools);
        foreach (var (language, text) in Told(change))
        {
            var words = NameWords.Of(text);
            foreach (var name in FullNames.MayStandIn(words).Where(name => !meant.Cover(words, name.From, name.To)))
            {
                yield return (language, name, text[words[name.From].Start..words[name.To].End]);
            }
        }
    }

    /// <param name="language">Of the summary.</param>
    /// <param name="written">The name as it stands there.</param>
    public static ScheduleChangeProblem IsStudent(string language, string written) => new(
        $"summary.{language}", $"'{written}' is the full name of a student on record, and every family that is told would read it",
        "Leave the last name out. Where it is no student, but a place or somebody else, add the words to \"meant\", as they stand in the summary");

    // What is withdrawn is told without its summary.
    private static IEnumerable<KeyValuePair<string, string>> Told(ScheduleChange change) => change.Withdrawn ? [] : change.Summary;

    private static MeantWords Meant(ScheduleChange change, IReadOnlyList<School> schools) =>
        new([.. change.Meant, .. schools.Select(school => school.Name)]);

    // One word alone would let more through than its author thinks of. What has no blank may be a date or another change's id.
    private static bool IsOfUse(string phrase, ScheduleChange change)
    {
        var isThere = change.Summary.Values.Any(text => NameWords.PlacesOf(phrase, NameWords.Of(text)).Any());
        return NameWords.Of(phrase).Count > 1 ? isThere || !phrase.Any(char.IsWhiteSpace) : !isThere && phrase.Length > 0;
    }
}
