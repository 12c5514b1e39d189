using Notifier.Application.Delivery;
using Notifier.Delivery;

namespace Notifier.Application.Evidence;

/// <summary>The top of a record: whose it is, what it rests on, and what it comes to.</summary>
public static class RecordHead
{
    public static void Append(RecordPage page, EvidenceReading reading)
    {
        page.Line("RECORD OF ATTEMPTS (34 CFR 300.322(d))");
        page.Line($"Student: {StudentOf(reading)}");
        AppendBasis(page, reading);
        page.Line("This is a record of a named student (34 CFR part 99, FERPA): for the family, and for those of the district who may see the student's records.");
    }

    /// <summary>What is said of every record, of a student's or of staff.</summary>
    public static void AppendBasis(RecordPage page, EvidenceReading reading)
    {
        var district = reading.People.District?.District.Name is { Length: > 0 } name ? $"{name} ({reading.DistrictId})" : reading.DistrictId;
        page.Line($"District: {district}");
        page.Line($"Read on {SpokenTimes.Day(reading.ReadAt.InZone(reading.Zone).Date)}, {SpokenTimes.Hour(reading.ReadAt, reading.Zone)}. All times are those of {reading.Zone.Id}.");
        page.Line("The record itself holds ids alone. Names, addresses and schools beside them are those on file today.");
        page.Line(reading.Check.IsWhole
            ? $"The record is whole: {Count(reading.Check.Entries, "entry", "entries")}, each bound to the one before it by its hash."
            : $"THE RECORD IS NOT WHOLE: {reading.Check.Problem}");
    }

    public static void AppendSummary(RecordPage page, EvidenceReading reading, RecordSummary summary)
    {
        page.Heading("In short");
        page.Line($"{Count(summary.Notices, "notice", "notices")} to the family; {Count(summary.Attempts, "attempt", "attempts")}: {summary.ByText} by text, {summary.ByEmail} by email.");
        foreach (var person in summary.People)
        {
            page.Line($"{reading.People.Name(person.RecipientId)}: {ReachedWords(reading, person)}");
        }

        if (summary.InOutbox > 0)
        {
            page.Line($"Of what counts as delivered, {summary.InOutbox} lie in the outbox of this machine: files that no provider carried.");
        }

        page.Line($"{Count(summary.Answers, "answer", "answers")} from the family.");
        var open = summary.Open.Select(notice => $"{NoticeRecord.TitleOf(reading, notice)}, to {reading.People.Name(notice.RecipientId)}: {OpenWords(reading, notice)}")
            .Concat(reading.OpenProblems.Select(problem => $"for {reading.People.Name(problem.OwnerId)}: {problem.What}")).ToList();
        page.Line(open.Count == 0 ? "Nothing is open." : "Open:");
        foreach (var one in open)
        {
            page.Line(one, 1);
        }
    }

    private static string StudentOf(EvidenceReading reading)
    {
        if (reading.People.Student?.Student is not { } student)
        {
            return $"{reading.StudentId} (not on file today)";
        }

        var school = reading.People.District?.Schools.FirstOrDefault(one => one.SchoolId == student.SchoolId)?.Name ?? student.SchoolId;
        return $"{student.FirstName} {student.LastName} ({student.StudentId}), grade {student.Grade}, {school}";
    }

    private static string ReachedWords(EvidenceReading reading, PersonReached person)
    {
        var parts = new[]
        {
            (person.Delivered, "delivered"), (person.Unreported, "taken by the provider without a report of arrival"),
            (person.NotDelivered, "not delivered"), (person.Waiting, "waiting or under way"), (person.Withheld, "not sent on purpose"),
        }.Where(one => one.Item1 > 0).Select(one => $"{one.Item1} {one.Item2}").ToList();
        if (parts.Count == 0)
        {
            return reading.People.Contacts.Any(one => one.ContactId == person.RecipientId && !one.ReceivesNotices)
                ? "nothing was sent; the district marked this person as one who receives no notices."
                : "nothing was sent.";
        }

        var last = person is { Last: { } notice, LastAt: { } at }
            ? $" Last delivered: {NoticeRecord.TitleOf(reading, notice)}, by {AttemptSteps.How(notice.Channel.ToString())}, {SpokenTimes.Moment(at, reading.Zone)}."
            : " Nothing is known to have arrived.";
        return $"{string.Join(", ", parts)}.{last}";
    }

    private static string OpenWords(EvidenceReading reading, NoticeRow notice) =>
        notice is { State: NoticeState.Planned, NotBefore: { } at }
            ? $"to be sent from {SpokenTimes.Moment(at, reading.Zone)}"
            : NoticeRecord.OutcomeOf(reading, notice);

    private static string Count(int number, string one, string more) => number == 1 ? $"1 {one}" : $"{number} {more}";
}
