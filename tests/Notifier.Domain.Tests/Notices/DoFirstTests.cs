using NodaTime;
using NodaTime.Text;
using Notifier.Domain.Tests.DueDates;
using Notifier.Law;
using Notifier.Notices;
using Notifier.Testing;

namespace Notifier.Domain.Tests.Notices;

/// <summary>What an overview puts in front, as a table: <c>Cases/digests/do-first.csv</c>.</summary>
public sealed class DoFirstTests
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static TheoryData<CaseRow> Cases => [.. CaseTable.Read(Path.Combine(CaseFiles.Folder, "digests", "do-first.csv"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_what_is_lost_by_the_next_overview_else_the_first_of_the_overview(CaseRow row)
    {
        var (lines, team, meetings) = (new List<DigestLine>(), new List<DigestLine>(), new List<DigestMeeting>());
        var problems = new List<ProblemFacts>();
        foreach (var item in row["on the desk"].Split(';', StringSplitOptions.TrimEntries))
        {
            var words = item.Split(' ');
            var isTeam = words[0] == "team";
            words = isTeam ? words[1..] : words;
            if (words[0] == "contradiction")
            {
                problems.Add(Contradiction(words[1]));
            }
            else if (words[1] == "meeting")
            {
                meetings.Add(new DigestMeeting(
                    new MeetingFacts { On = row.Date($"{words[2]} {words[3]}"), At = words.Length > 5 ? Time.Parse(words[5]).Value : null }, NoticeFixture.Student, words[0], Enum.Parse<MeetingGap>(words[4])));
            }
            else
            {
                (isTeam ? team : lines).Add(Line(row, words));
            }
        }

        var first = DoFirst.Of(new DigestFacts
        {
            District = NoticeFixture.District,
            Recipient = NoticeFixture.ToCaseManager,
            Today = row.Date(row["today"]),
            ActBy = row.Date(row["act by"]),
            Lines = lines,
            Team = team,
            Meetings = meetings,
            Problems = problems,
        });

        Assert.Equal(row["do first"], string.Join("; ", first.Select(one =>
            one.Line is { } line ? $"{line.DueDate.PlanId} {line.DueDate.Obligation}"
            : one.Problem is { } problem ? $"{problem.Plan!.PlanId} repair" : $"{one.Meeting!.PlanId} meeting")));
    }

    [Fact]
    public void Where_there_is_only_something_to_repair_it_is_that()
    {
        var problem = new ProblemFacts
        {
            District = NoticeFixture.District,
            Recipient = NoticeFixture.ToCaseManager,
            Wording = Wordings.StaffProblem,
            What = "A row was left out.",
            Remedy = "Mend it.",
            Today = NoticeFixture.Today,
        };

        var first = DoFirst.Of(new DigestFacts
        {
            District = NoticeFixture.District,
            Recipient = NoticeFixture.ToCaseManager,
            Today = NoticeFixture.Today,
            ActBy = NoticeFixture.Today.PlusDays(1),
            Lines = [],
            Problems = [problem],
        });

        Assert.Same(problem, Assert.Single(first).Problem);
    }

    private static ProblemFacts Contradiction(string planId) => new()
    {
        District = NoticeFixture.District,
        Recipient = NoticeFixture.ToCaseManager,
        Wording = Wordings.StaffProblem,
        What = "Dates cannot all be right.",
        Remedy = "Check both.",
        Plan = NoticeFixture.Family("annual-review").Plan with { PlanId = planId },
        IsContradiction = true,
        Today = NoticeFixture.Today,
    };

    private static DigestLine Line(CaseRow row, string[] words)
    {
        LocalDate? After(string word) => Array.IndexOf(words, word) is >= 0 and var at ? row.Date($"{words[at + 1]} {words[at + 2]}") : null;
        return new DigestLine(
            NoticeFixture.Due("annual-review") with
            {
                PlanId = words[0],
                Obligation = new ObligationId(words[1]),
                DueOn = After("due"),
                LastPracticalDay = After("practical") ?? After("due"),
            },
            NoticeFixture.Student)
        {
            LastNoticeDay = After("notice"),
        };
    }
}
