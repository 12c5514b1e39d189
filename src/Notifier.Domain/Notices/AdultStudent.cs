using NodaTime;
using Notifier.Law;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>When the student, too, is told.</summary>
public static class AdultStudent
{
    /// <summary>The contact that is the student.</summary>
    public const string Relationship = "self";

    /// <summary>Rights transfer at the age of majority; the parents go on receiving required notices.</summary>
    public static Citation Law { get; } = new("34 CFR 300.520(a)(1)(i)");

    private const int Majority = 18;

    // 34 CFR 300.321(b)(1): the agency invites the child when the meeting will plan for life after school.
    private const int TransitionAge = 16;

    // 34 CFR 300.320(c) and 300.520(a)(3): the child, too, is told of the rights that will transfer, and did.
    private static readonly ObligationId[] ToldAtAnyAge =
        [ObligationIds.TransitionPlanning, ObligationIds.RightsTransferStatement, ObligationIds.RightsTransfer];

    /// <summary>A meeting on that day plans for life after school, too (34 CFR 300.320(b), 300.322(b)(2)).</summary>
    public static bool PlansTransition(Student student, LocalDate on) => on >= student.BirthDate.PlusYears(TransitionAge);

    public static bool IsSelf(Contact contact) =>
        contact.Relationship.Trim().Equals(Relationship, StringComparison.OrdinalIgnoreCase);

    /// <summary>From the 18th birthday on; a birthday of 29 February counts from 28 February in a common year.</summary>
    public static bool IsOfAge(Student student, LocalDate on) => on >= student.BirthDate.PlusYears(Majority);

    /// <summary>
    /// An adult student is told everything; before that, only what invites the student to plan the time after school
    /// and what the law wants told to the student in person.
    /// </summary>
    public static bool IsTold(Student student, ObligationId obligation, LocalDate on) =>
        IsOfAge(student, on)
        || ToldAtAnyAge.Contains(obligation)
        || (obligation == ObligationIds.MeetingNotice && on >= student.BirthDate.PlusYears(TransitionAge));
}
