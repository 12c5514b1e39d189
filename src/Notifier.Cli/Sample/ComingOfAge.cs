using NodaTime;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>What the team did as a student with an IEP grew up: transition planned, rights explained, rights handed over.</summary>
public sealed class ComingOfAge(SampleDays days, SampleRandom random)
{
    private const int PercentOnTime = 95;

    public IEnumerable<PlanDate> Papers(LocalDate birthDate, IReadOnlyList<PlanDate> dates)
    {
        LocalDate[] meetings =
        [
            .. dates.Where(date => date.Kind == PlanDateKind.IepMeetingHeld && date.Date <= SampleCalendar.AsOf).Select(date => date.Date),
        ];
        if (meetings.Length == 0)
        {
            yield break;
        }

        var lastMeeting = meetings.Max();
        (string Obligation, LocalDate From, LocalDate On)[] papers =
        [
            ("transition-planning", birthDate.PlusYears(15), lastMeeting),
            ("rights-transfer-statement", birthDate.PlusYears(17), days.OnOrBefore(birthDate.PlusYears(17).PlusDays(-20))),
            ("rights-transfer", birthDate.PlusYears(18), days.OnOrBefore(birthDate.PlusYears(18))),
        ];
        foreach (var (obligation, from, on) in papers)
        {
            if (from <= SampleCalendar.AsOf && on <= SampleCalendar.AsOf && random.Chance(PercentOnTime))
            {
                yield return new(PlanDateKind.ObligationMet, on, obligation);
            }
        }
    }
}
