using NodaTime;
using Notifier.Application.Storage;
using Notifier.Law;
using Notifier.Reminders;

namespace Notifier.Application.Reminders;

/// <summary>One reminder under the day it falls on.</summary>
public sealed record AgendaRow : Entity
{
    /// <summary>The number of the student's refresh that wrote it: an older one removes nothing a newer one wrote.</summary>
    public required int Revision { get; init; }

    public required string DistrictId { get; init; }

    public required string StudentId { get; init; }

    public required LocalDate On { get; init; }

    /// <summary>The call to compute the due dates anew; the rest is then without meaning.</summary>
    public bool IsRefresh { get; init; }

    public string PlanId { get; init; } = "";

    public ObligationId Obligation { get; init; }

    public string Part { get; init; } = "";

    public LocalDate DueOn { get; init; }

    public string StepId { get; init; } = "";

    public Audience Audience { get; init; }

    public LocalDate? LastUsefulDay { get; init; }

    public Reminder ToReminder() =>
        new()
        {
            DistrictId = DistrictId,
            StudentId = StudentId,
            PlanId = PlanId,
            Obligation = Obligation,
            Part = Part,
            DueOn = DueOn,
            StepId = StepId,
            Audience = Audience,
            On = On,
            LastUsefulDay = LastUsefulDay,
        };
}
