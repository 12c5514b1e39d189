using Notifier.DueDates.Counting;

namespace Notifier.DueDates.Duties;

/// <summary>A duty whose standing follows from the record in a way no single kind of date shows.</summary>
internal interface IJudgesItself
{
    /// <summary>Where it stands and when it was met; null: look for the usual evidence.</summary>
    (DueStatus Status, int? MetOn)? Judge(PlanFacts facts, Counted due);
}
