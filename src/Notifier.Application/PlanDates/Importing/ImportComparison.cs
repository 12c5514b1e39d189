using NodaTime;
using NodaTime.Text;
using Notifier.PlanDates;
using Notifier.PlanDates.Contradictions;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>Counts, student by student, what an import would change and what of it looks odd.</summary>
/// <param name="plansWithDatesAlone">Plans whose dates are in the folder and whose rows are not.</param>
/// <param name="today">The district's date.</param>
internal sealed class ImportComparison(IReadOnlySet<string> plansWithDatesAlone, LocalDate today)
{
    private readonly Dictionary<int, Tally> shifts = [];

    public ImportCounts Counts { get; private set; } = new();

    /// <summary>What is stored, as far as it was compared: the whole that limits are a share of.</summary>
    public StoredTotals Stored { get; } = new();

    public Tally StudentsGone { get; } = new();

    public Tally PlansGone { get; } = new();

    /// <summary>Of <see cref="PlansGone"/>, those whose dates are still in the folder.</summary>
    public Tally PlansCutOff { get; } = new();

    public Tally ContactsGone { get; } = new();

    public Tally DatesGone { get; } = new();

    /// <summary>Plans that stay, without any of the dates they had.</summary>
    public Tally PlansEmptied { get; } = new();

    /// <summary>New plans whose dates cannot all be right.</summary>
    public Tally NewPlansInDoubt { get; } = new();

    public Tally DatesMoved { get; } = new();

    public Tally MonthAndDayChanged { get; } = new();

    public Tally NamesExchanged { get; } = new();

    public Tally NamesReplaced { get; } = new();

    public Tally BirthDatesChanged { get; } = new();

    public Tally PlanKindsChanged { get; } = new();

    public Tally AddressesChanged { get; } = new();

    public Tally ConsentsGone { get; } = new();

    public Tally SilencesLifted { get; } = new();

    /// <summary>The number of days by which most dates moved alike.</summary>
    public (int Days, Tally Dates) CommonShift =>
        shifts.Count == 0 ? (0, new Tally()) : shifts.Select(pair => (pair.Key, pair.Value)).MaxBy(pair => pair.Value.Count);

    /// <summary>Students whose own row was left out and of whom nothing is stored, so that no file can hold the question.</summary>
    public IReadOnlyList<DistrictGap> NeverStored { get; private set; } = [];

    public void Add(StudentPair pair, StudentChange? change, StudentFile? unchanged, bool calendarChanged)
    {
        if (calendarChanged && (change?.After ?? unchanged) is not null)
        {
            Counts = Counts with { StudentsOfChangedCalendar = Counts.StudentsOfChangedCalendar + 1 };
        }

        if (pair is { Read: { File: null } rejected, Stored: null or { Gone: true } })
        {
            NeverStored = NeverStored is [var first]
                ? [first with { Rows = first.Rows + 1 }]
                : [new DistrictGap("students.csv", 1, $"student {rejected.StudentId}: {string.Join(" ", rejected.Gaps.Select(gap => gap.What))}")];
        }

        Stored.Add(change is null ? unchanged : change.Before);
        if (pair.Read?.File is { } read)
        {
            Counts = Counts with
            {
                Students = Counts.Students + 1,
                Plans = Counts.Plans + read.Plans.Count,
                Contacts = Counts.Contacts + read.Contacts.Count,
                Dates = Counts.Dates + read.Plans.Sum(plan => plan.Dates.Count),
            };
        }

        switch (change)
        {
            case { Before: { } gone, IsGone: true }:
                Counts = Counts with { StudentsGone = Counts.StudentsGone + 1 };
                StudentsGone.Add(() => $"student {gone.Student.StudentId}");
                ComparePlans(gone, gone with { Plans = [] });
                break;
            case { Before: { } before, After: { } after }:
                Counts = Counts with { StudentsChanged = Counts.StudentsChanged + 1 };
                CompareStudents(before.Student, after.Student);
                ComparePlans(before, after);
                CompareContacts(before, after);
                break;
            case { Before: null, After: { } added }:
                Counts = Counts with { StudentsAdded = Counts.StudentsAdded + 1 };
                ComparePlans(added with { Plans = [] }, added);
                break;
        }
    }

    public void DistrictChanged(bool changed) => Counts = Counts with { DistrictChanged = changed };

    private void CompareStudents(Student before, Student after)
    {
        if (before.FirstName == after.LastName && before.LastName == after.FirstName && before.FirstName != before.LastName)
        {
            NamesExchanged.Add(() => $"student {after.StudentId}");
        }
        else if (before.FirstName != after.FirstName && before.LastName != after.LastName)
        {
            NamesReplaced.Add(() => $"student {after.StudentId}");
        }

        if (before.BirthDate != after.BirthDate)
        {
            BirthDatesChanged.Add(() => $"student {after.StudentId}: {Iso(before.BirthDate)} -> {Iso(after.BirthDate)}");
        }
    }

    private void ComparePlans(StudentFile before, StudentFile after)
    {
        foreach (var (planId, old, now) in Join(before.Plans, after.Plans, plan => plan.Plan.PlanId))
        {
            if (old is null)
            {
                Counts = Counts with { PlansAdded = Counts.PlansAdded + 1 };
                if (AllContradictions.Find(now!, today) is [var first, ..])
                {
                    NewPlansInDoubt.Add(() => $"plan {planId}: {first.What}");
                }
            }
            else if (now is null)
            {
                Counts = Counts with { PlansGone = Counts.PlansGone + 1 };
                PlansGone.Add(() => $"plan {planId} of student {after.Student.StudentId}");
                if (plansWithDatesAlone.Contains(planId))
                {
                    PlansCutOff.Add(() => $"plan {planId} of student {after.Student.StudentId}");
                }
            }
            else if (old.Plan.Kind != now.Plan.Kind)
            {
                PlanKindsChanged.Add(() => $"plan {planId}: {FileWords.Of(old.Plan.Kind)} -> {FileWords.Of(now.Plan.Kind)}");
            }

            if (old is { Dates.Count: > 0 } && now is { Dates.Count: 0 })
            {
                PlansEmptied.Add(() => $"plan {planId} of student {after.Student.StudentId}");
            }

            foreach (var date in DateChanges.Between(old?.Dates ?? [], now?.Dates ?? []))
            {
                Add(planId, date, planGone: now is null);
            }
        }
    }

    private void Add(string planId, DateChange change, bool planGone)
    {
        switch (change)
        {
            case { Before: null }:
                Counts = Counts with { DatesAdded = Counts.DatesAdded + 1 };
                return;
            case { After: null }:
                Counts = Counts with { DatesRemoved = Counts.DatesRemoved + 1 };
                if (!planGone)
                {
                    DatesGone.Add(() => $"plan {planId}: {FileWords.Of(change.Before!.Kind)} {Iso(change.Before.Date)}");
                }

                return;
            case { Moved: false }:
                // Only the detail differs.
                return;
        }

        Counts = Counts with { DatesMoved = Counts.DatesMoved + 1 };
        DatesMoved.Add(Example);
        if (change.MonthAndDayChanged)
        {
            MonthAndDayChanged.Add(Example);
        }

        if (!shifts.TryGetValue(change.Shift, out var tally))
        {
            shifts.Add(change.Shift, tally = new Tally());
        }

        tally.Add(Example);

        string Example() => $"plan {planId}: {FileWords.Of(change.Before!.Kind)} {Iso(change.Before.Date)} -> {Iso(change.After!.Date)}";
    }

    private void CompareContacts(StudentFile before, StudentFile after)
    {
        foreach (var (contactId, old, now) in Join(before.Contacts, after.Contacts, contact => contact.ContactId))
        {
            string Example() => $"contact {contactId} of student {after.Student.StudentId}";
            if (old is null)
            {
                continue;
            }

            if (now is null)
            {
                ContactsGone.Add(Example);
                continue;
            }

            if ((old.Phone.Length > 0 && now.Phone.Length > 0 && old.Phone != now.Phone)
                || (old.Email.Length > 0 && now.Email.Length > 0 && old.Email != now.Email))
            {
                AddressesChanged.Add(Example);
            }

            if (old.TextConsentOn is not null && now.TextConsentOn is null)
            {
                ConsentsGone.Add(Example);
            }

            if (!old.ReceivesNotices && now.ReceivesNotices)
            {
                SilencesLifted.Add(Example);
            }
        }
    }

    private static IEnumerable<(string Id, T? Before, T? After)> Join<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> id)
        where T : class
    {
        var old = before.ToDictionary(id, StringComparer.Ordinal);
        var now = after.ToDictionary(id, StringComparer.Ordinal);
        return old.Keys.Union(now.Keys).Select(key => (key, old.GetValueOrDefault(key), now.GetValueOrDefault(key)));
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
