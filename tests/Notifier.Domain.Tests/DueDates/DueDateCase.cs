using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;

namespace Notifier.Domain.Tests.DueDates;

/// <summary>A row of the tables in <c>Cases</c>, as the calculator's arguments and the answer expected of it.</summary>
internal sealed partial record DueDateCase(CaseRow Row)
{
    public string Obligation => ObligationAndPart().Match(Row["obligation"]).Groups[1].Value;

    public string Part => ObligationAndPart().Match(Row["obligation"]).Groups[2].Value;

    public LocalDate AsOf => Row.Date(Row["asOf"]);

    public string Due => Row["due"];

    public LocalDate? StartedOn => Row["startedOn"].Length == 0 ? null : Row.Date(Row["startedOn"]);

    public District District => new()
    {
        DistrictId = "D1",
        Name = "A district",
        State = Row["state"],
        TimeZone = DateTimeZoneProviders.Tzdb["America/Chicago"],
        Policies = Parts(Row["policies"]).Aggregate(new DistrictPolicies(), With),
    };

    public PlanRecord Plan => new()
    {
        Plan = new Plan
        {
            PlanId = "P1",
            StudentId = "S-1",
            CaseManagerId = "M1",
            Kind = Row["planKind"] switch
            {
                "iep" => PlanKind.Iep,
                "504" => PlanKind.Section504,
                "evaluation" => PlanKind.Evaluation,
                _ => throw Row.Wrong("planKind is iep, 504 or evaluation"),
            },
        },
        Student = new Student
        {
            StudentId = "S-1",
            FirstName = "A",
            LastName = "Student",
            BirthDate = Row["born"].Length == 0 ? new LocalDate(2015, 6, 1) : Row.Date(Row["born"]),
            Grade = Row["grade"],
            SchoolId = "S1",
        },
        Dates = [.. Parts(Row["planDates"]).Select(Date)],
    };

    public SchoolCalendar Calendar => CaseFiles.Calendar(Row["calendar"]);

    private static string[] Parts(string list) =>
        list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private PlanDate Date(string text)
    {
        var match = KindDateDetail().Match(text);
        return match.Success && Enum.TryParse<PlanDateKind>(match.Groups[1].Value, ignoreCase: true, out var kind)
            ? new PlanDate(kind, Row.Date(match.Groups[2].Value), match.Groups[3].Value)
            : throw Row.Wrong($"'{text}' is no plan date");
    }

    private DistrictPolicies With(DistrictPolicies policies, string setting)
    {
        var (name, value) = setting.Split('=') is [var left, var right] ? (left, right) : (setting, "");
        var number = int.TryParse(value, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        return name switch
        {
            "annualRule" => policies with { AnnualRule = Enum.Parse<AnnualRule>(value) },
            "reevaluationRule" => policies with { ReevaluationRule = Enum.Parse<ReevaluationRule>(value) },
            "section504EvaluationDays" => policies with { Section504EvaluationDays = number },
            "section504ReviewMonths" => policies with { Section504ReviewMonths = number },
            "section504ReevaluationMonths" => policies with { Section504ReevaluationMonths = number },
            "section504YearStartDays" => policies with { Section504YearMeetingDays = number },
            "section504YearEndDays" => policies with { Section504YearMeetingDays = -number },
            "meetingNoticeDays" => policies with { MeetingNoticeDays = number },
            "excludeLeadingWeekend" => policies with { ExcludeLeadingWeekend = bool.Parse(value) },
            _ => throw Row.Wrong($"'{setting}' is no known setting"),
        };
    }

    [GeneratedRegex(@"^([a-z0-9-]+)(?: \[(.*)\])?$")]
    private static partial Regex ObligationAndPart();

    [GeneratedRegex(@"^(\w+) (\w{3} \d{4}-\d\d-\d\d)(?: \[(.*)\])?$")]
    private static partial Regex KindDateDetail();
}
