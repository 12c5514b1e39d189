using NodaTime;
using Notifier.Law;

namespace Notifier.PlanDates;

/// <summary>A dated fact the district recorded about a plan. A civil date in the school's zone.</summary>
/// <param name="Kind">What happened or is planned.</param>
/// <param name="Date">The day; never converted to another zone.</param>
/// <param name="Detail">What the kind allows beside the date, or empty.</param>
public sealed record PlanDate(PlanDateKind Kind, LocalDate Date, string Detail = "");
