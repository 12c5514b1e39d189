namespace Notifier.PlanDates.Contradictions;

/// <summary>Nothing happens to a child before its birth.</summary>
internal sealed class BeforeBirth : IContradictionRule
{
    public IEnumerable<Contradiction> Find(DatesOfPlan dates)
    {
        var birth = dates.Plan.Student.BirthDate;
        return dates.Plan.Dates
            .Where(date => date.Date < birth)
            .Select(date => new Contradiction(
                date,
                $"{Words.Of(date.Kind)} lies before the student's birth on {Words.Of(birth)}",
                "Check this date and birthDate in students.csv"));
    }
}
