using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Domain.Tests.DueDates;

/// <summary>One plan in words: <c>new PlanBuilder(PlanKind.Iep).With("iepMeetingHeld Fri 2025-10-10")</c>.</summary>
internal sealed record PlanBuilder(PlanKind Kind)
{
    private static readonly LocalDatePattern Pattern =
        LocalDatePattern.Create("ddd uuuu-MM-dd", CultureInfo.InvariantCulture);

    public IReadOnlyList<PlanDate> Dates { get; init; } = [];

    public string State { get; init; } = "US";

    public string Calendar { get; init; } = "cal-ab";

    public LocalDate Born { get; init; } = new(2015, 6, 1);

    public DistrictPolicies Policies { get; init; } = new();

    public static LocalDate Day(string text) => Pattern.Parse(text).GetValueOrThrow();

    public PlanBuilder With(string kindAndDay, string detail = "")
    {
        var (kind, day) = (kindAndDay.Split(' ', 2)[0], kindAndDay.Split(' ', 2)[1]);
        return this with { Dates = [.. Dates, new PlanDate(Enum.Parse<PlanDateKind>(kind, true), Day(day), detail)] };
    }

    public DueDateCalculator Calculator() => new(StateLaw.For(State), new District
    {
        DistrictId = "D1",
        Name = "A district",
        State = State,
        TimeZone = DateTimeZoneProviders.Tzdb["America/Chicago"],
        Policies = Policies,
    });

    public ExplainedDueDate Explain(ObligationId obligation, string asOf, string part = "") => Assert.Single(
        Calculator().Explain(Record(), CaseFiles.Calendar(Calendar), Day(asOf)),
        each => each.DueDate.Obligation == obligation && each.DueDate.Part == part);

    public DueDate Due(ObligationId obligation, string asOf, string part = "") => Assert.Single(
        Calculator().Calculate(Record(), CaseFiles.Calendar(Calendar), Day(asOf)),
        each => each.Obligation == obligation && each.Part == part);

    public PlanRecord Record() => new()
    {
        Plan = new Plan { PlanId = "P1", StudentId = "S-1", CaseManagerId = "M1", Kind = Kind },
        Student = new Student
        {
            StudentId = "S-1",
            FirstName = "A",
            LastName = "Student",
            BirthDate = Born,
            SchoolId = "S1",
        },
        Dates = Dates,
    };
}
