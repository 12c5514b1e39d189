using System.Globalization;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>Says why an import looks like an export that went wrong rather than like a district's day.</summary>
internal sealed class ImportGuard(ImportLimits limits)
{
    /// <summary>A common shift is no accident when it explains most of the moves.</summary>
    private const int CommonShiftPercent = 60;

    /// <summary>Nothing stored, nothing to lose: a first import is suspicious by what contradicts itself alone.</summary>
    public IReadOnlyList<ImportSuspicion> Examine(ImportComparison comparison, IReadOnlyList<FileCount> files, DistrictFile? before, DistrictFile after)
    {
        if (comparison.Stored.Students == 0)
        {
            return [.. OfNewPlans(comparison)];
        }

        return [.. OfNewPlans(comparison), .. OfStudents(comparison), .. OfDates(comparison), .. OfContacts(comparison), .. OfFiles(files), .. new DistrictSuspicions(limits).Of(before, after)];
    }

    private static ImportSuspicion? If(bool suspicious, string what, string check, Tally tally) =>
        suspicious ? new ImportSuspicion(what, check, tally.Examples) : null;

    private static string Share(int count, int of) => string.Create(CultureInfo.InvariantCulture, $"{count} of {of}");

    private IEnumerable<ImportSuspicion> OfNewPlans(ImportComparison seen) => new[]
    {
        If(limits.NewPlansInDoubt.IsReached(seen.NewPlansInDoubt.Count, seen.Counts.PlansAdded),
            $"{Share(seen.NewPlansInDoubt.Count, seen.Counts.PlansAdded)} new plans have dates that cannot all be right",
            "Does the export write day and month in the order that dateFormat in district.json declares, and are the dates in the right rows?",
            seen.NewPlansInDoubt),
    }.OfType<ImportSuspicion>();

    private IEnumerable<ImportSuspicion> OfStudents(ImportComparison seen)
    {
        var (students, plans) = (seen.Stored.Students, seen.Stored.Plans);
        return new[]
        {
            If(limits.StudentsGone.IsReached(seen.StudentsGone.Count, students),
                $"{Share(seen.StudentsGone.Count, students)} students stored are not in the folder",
                "Is students.csv complete? A student who left keeps the row, with an exited date", seen.StudentsGone),
            If(limits.PlansGone.IsReached(seen.PlansGone.Count, plans),
                $"{Share(seen.PlansGone.Count, plans)} plans stored are not in the folder",
                "Is plans.csv complete? A plan that ended keeps its row, with an exited date", seen.PlansGone),
            If(seen.PlansCutOff.Count > 0,
                $"{Share(seen.PlansCutOff.Count, plans)} plans stored have dates in plan-dates.csv, but no row in plans.csv",
                "Was plans.csv cut off or filtered? Export it again; a plan that ended keeps its row, with an exited date", seen.PlansCutOff),
            If(limits.PlanKindsChanged.IsReached(seen.PlanKindsChanged.Count, plans),
                $"{Share(seen.PlanKindsChanged.Count, plans)} plans change their kind", "Is the kind column of plans.csv right?", seen.PlanKindsChanged),
            If(limits.NamesExchanged.IsReached(seen.NamesExchanged.Count, students),
                $"{Share(seen.NamesExchanged.Count, students)} students have first and last name exchanged",
                "Are firstName and lastName of students.csv under the right header?", seen.NamesExchanged),
            If(limits.NamesReplaced.IsReached(seen.NamesReplaced.Count, students),
                $"{Share(seen.NamesReplaced.Count, students)} students have another name altogether",
                "Did the names slip against the ids, for example by sorting one column alone?", seen.NamesReplaced),
            If(limits.BirthDatesChanged.IsReached(seen.BirthDatesChanged.Count, students),
                $"{Share(seen.BirthDatesChanged.Count, students)} students have another birth date",
                "Are the birth dates of students.csv in the right rows and in year-month-day?", seen.BirthDatesChanged),
        }.OfType<ImportSuspicion>();
    }

    private IEnumerable<ImportSuspicion> OfDates(ImportComparison seen)
    {
        var dates = seen.Stored.Dates;
        var (days, alike) = seen.CommonShift;
        var common = limits.DatesMovedAlike.IsReached(alike.Count, dates) && alike.Count * 100 >= seen.DatesMoved.Count * CommonShiftPercent;
        return new[]
        {
            If(limits.DatesGone.IsReached(seen.DatesGone.Count, dates),
                $"{Share(seen.DatesGone.Count, dates)} plan dates stored are not in the folder", "Is plan-dates.csv complete? What has happened stays on record", seen.DatesGone),
            If(limits.PlansEmptied.IsReached(seen.PlansEmptied.Count, seen.Stored.Plans),
                $"{Share(seen.PlansEmptied.Count, seen.Stored.Plans)} plans lose every date they had",
                "Was plan-dates.csv cut off? Export it again", seen.PlansEmptied),
            If(limits.MonthAndDayChanged.IsReached(seen.MonthAndDayChanged.Count, dates),
                $"{Share(seen.MonthAndDayChanged.Count, dates)} plan dates have month and day exchanged",
                "Does the export write day and month in the order that dateFormat in district.json declares?", seen.MonthAndDayChanged),
            If(common,
                $"{Share(alike.Count, dates)} plan dates move by the same {Math.Abs(days)} day(s) {(days < 0 ? "earlier" : "later")}",
                "Did the export convert dates between time zones, or fill a column by dragging?", alike),
            If(!common && limits.DatesMoved.IsReached(seen.DatesMoved.Count, dates),
                $"{Share(seen.DatesMoved.Count, dates)} plan dates move", "Are the dates of plan-dates.csv in the right rows?", seen.DatesMoved),
        }.OfType<ImportSuspicion>();
    }

    private IEnumerable<ImportSuspicion> OfContacts(ImportComparison seen)
    {
        var stored = seen.Stored;
        return new[]
        {
            If(limits.ContactsGone.IsReached(seen.ContactsGone.Count, stored.Contacts),
                $"{Share(seen.ContactsGone.Count, stored.Contacts)} contacts stored are not in the folder", "Is contacts.csv complete?", seen.ContactsGone),
            If(limits.AddressesChanged.IsReached(seen.AddressesChanged.Count, stored.Contacts),
                $"{Share(seen.AddressesChanged.Count, stored.Contacts)} contacts have another telephone number or mail address",
                "Did the numbers slip against the ids? Notices would reach strangers", seen.AddressesChanged),
            If(limits.ConsentsGone.IsReached(seen.ConsentsGone.Count, stored.Consents),
                $"{Share(seen.ConsentsGone.Count, stored.Consents)} consents to texts are gone", "Is the textConsent column of contacts.csv filled?", seen.ConsentsGone),
            If(limits.SilencesLifted.IsReached(seen.SilencesLifted.Count, stored.Silent),
                $"{Share(seen.SilencesLifted.Count, stored.Silent)} contacts that must not be written to would be written to",
                "Is the receivesNotices column of contacts.csv right?", seen.SilencesLifted),
        }.OfType<ImportSuspicion>();
    }

    private IEnumerable<ImportSuspicion> OfFiles(IReadOnlyList<FileCount> files) => files
        .Where(file => limits.RowsRejected.IsReached(file.Rejected, file.Rows))
        .Select(file => new ImportSuspicion(
            $"{Share(file.Rejected, file.Rows)} rows of {file.File} are rejected", "Look at the first problems: one cause may explain them all", []));
}
