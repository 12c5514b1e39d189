using System.Text.RegularExpressions;

namespace Notifier.ScheduleChanges;

/// <summary>
/// Words that tell that a child has a plan or a disability, and which, to whoever sees a phone. Only those that hardly ever say
/// anything else in a school's announcement: a "two-hour delay" and a "speech contest" stay what they are.
/// </summary>
public static partial class TellingWords
{
    public static IEnumerable<Match> In(string text) => Telling().Matches(text);

    /// <summary>The plan's own name, which nothing else is called: no "meant" lets it through.</summary>
    public static bool NamesThePlan(string word) => Plan().IsMatch(word);

    [GeneratedRegex(
        @"\b(iep|504|sped|special ed(?:ucation)?|disabilit\w*|disabled|handicap\w*|impair(?:ed|ments?)|disorders?|accommodat\w*|"
        + @"autis\w*|adhd|asperger\w*|dyslexi\w*|dyscalculi\w*|down syndrome|cerebral palsy|epilep\w*|seizures?|deaf\w*|diagnos\w*|"
        + @"therap(?:y|ies|ist|ists)|psycholog\w*|psychiatr\w*|emotional disturbance|developmental delay|behaviou?r plan|medicaid|"
        + @"manifestation determination|educaci[oó]n especial|discapaci\w*|minusv[aá]l\w*|trastornos?|s[ií]ndrome|dislexia|"
        + @"epil[eé]p\w*|convulsi\w*|sord[oa]s?|sordera|diagn[oó]stic\w*|terapias?|terapeuta|psic[oó]log\w*|psiquiatr\w*|retraso del desarrollo)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Telling();

    [GeneratedRegex(@"^(iep|sped|special ed(?:ucation)?|educaci[oó]n especial)$", RegexOptions.IgnoreCase)]
    private static partial Regex Plan();
}
