using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>One invented child with everything the folder says about it.</summary>
public sealed record SampleChild(
    Student Student,
    SampleFamilyName Family,
    Plan Plan,
    IReadOnlyList<PlanDate> Dates,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyList<Accommodation> Accommodations);
