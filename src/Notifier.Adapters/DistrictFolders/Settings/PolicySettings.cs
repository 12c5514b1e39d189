using NodaTime;
using Notifier.Adapters.DistrictFolders.Fields;
using Notifier.Law;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.Adapters.DistrictFolders.Settings;

/// <summary>Reads <c>policies</c>: each setting is named as in <see cref="DistrictPolicies"/>, which holds the defaults.</summary>
internal sealed class PolicySettings(SettingsObject settings, FolderProblems problems)
{
    private static readonly LocalTime LastMinute = new(23, 59);

    // Texts are for the day: 47 CFR 64.1200(c)(1) keeps calls between 8 a.m. and 9 p.m. at the called party's place.
    private static readonly LocalTime EarliestText = new(8, 0);
    private static readonly LocalTime LatestText = new(21, 0);

    public DistrictPolicies Read(DistrictPolicies defaults)
    {
        var policies = defaults with
        {
            ReevaluationRule = settings.Word<ReevaluationRule>("reevaluationRule") ?? defaults.ReevaluationRule,
            Section504ReviewMonths = settings.Number("section504ReviewMonths", 1, 36) ?? defaults.Section504ReviewMonths,
            Section504ReevaluationMonths = settings.Number("section504ReevaluationMonths", 1, 60) ?? defaults.Section504ReevaluationMonths,
            Section504EvaluationDays = settings.Number("section504EvaluationDays", 1, 365) ?? defaults.Section504EvaluationDays,
            Section504YearMeetingDays = settings.Number("section504YearMeetingDays", -120, 120) ?? defaults.Section504YearMeetingDays,
            MeetingNoticeDays = settings.Number("meetingNoticeDays", 1, 60) ?? defaults.MeetingNoticeDays,
            SafeguardsNoticeDay = settings.DayOfYear("safeguardsNoticeDay") ?? defaults.SafeguardsNoticeDay,
            ExcludeLeadingWeekend = settings.Flag("excludeLeadingWeekend") ?? defaults.ExcludeLeadingWeekend,
            StricterDays = StricterDays() ?? defaults.StricterDays,
            DueSoonDays = settings.Number("dueSoonDays", 1, 365) ?? defaults.DueSoonDays,
            RunHour = settings.Time("runHour", LocalTime.Midnight, LastMinute) ?? defaults.RunHour,
            StaffMail = settings.Word<StaffMail>("staffMail") ?? defaults.StaffMail,
            WeeklySummary = settings.Word<SummaryDay>("weeklySummary") ?? defaults.WeeklySummary,
            Escalation = new EscalationSettings(settings, problems).Read() ?? defaults.Escalation,
            EveningHour = settings.Time("eveningHour", new LocalTime(12, 0), LatestText) ?? defaults.EveningHour,
            SchoolDayStarts = settings.Time("schoolDayStarts", new LocalTime(6, 0), new LocalTime(12, 0)) ?? defaults.SchoolDayStarts,
            ChangesAlsoOnLastSchoolDay = settings.Flag("changesAlsoOnLastSchoolDay") ?? defaults.ChangesAlsoOnLastSchoolDay,
            TextsFrom = settings.Time("textsFrom", EarliestText, LatestText) ?? defaults.TextsFrom,
            TextsUntil = settings.Time("textsUntil", EarliestText, LatestText) ?? defaults.TextsUntil,
            TextsOnSundays = settings.Flag("textsOnSundays") ?? defaults.TextsOnSundays,
            TextsMayNameThePlan = settings.Flag("textsMayNameThePlan") ?? defaults.TextsMayNameThePlan,
            Languages = LanguageCodes() ?? defaults.Languages,
            OfficePhone = OfficePhone() ?? defaults.OfficePhone,
            ContactEmail = ContactEmail() ?? defaults.ContactEmail,
        };
        if (policies.TextsFrom >= policies.TextsUntil)
        {
            settings.Bad("textsUntil", $"{policies.TextsUntil:HH:mm}", "texts would never be sent: it is not later than textsFrom", "Write a later time");
        }

        return policies;
    }

    private Dictionary<ObligationId, int>? StricterDays()
    {
        if (settings.Object("stricterDays") is not { } days)
        {
            return null;
        }

        var ids = ObligationCatalog.All.Select(obligation => obligation.Id.Value).ToList();
        var stricter = new Dictionary<ObligationId, int>();
        foreach (var name in days.Properties().Select(property => property.Name).Distinct())
        {
            if (!ids.Contains(name))
            {
                days.Element(name);
                var near = NearestWord.Of(name, ids);
                days.Bad(name, "", "there is no such obligation", near is null ? "Write the id of an obligation, for example initial-evaluation" : $"Write {near} if that is meant");
            }
            else if (days.Number(name, 1, 366) is { } number)
            {
                stricter.Add(new ObligationId(name), number);
            }
        }

        days.ReportUnknown();
        return stricter;
    }

    private List<string>? LanguageCodes()
    {
        if (settings.Element("languages") is not { } list)
        {
            return null;
        }

        var codes = new List<string>();
        foreach (var item in list.ValueKind == System.Text.Json.JsonValueKind.Array ? list.EnumerateArray() : default)
        {
            var text = item.ValueKind == System.Text.Json.JsonValueKind.String ? item.GetString()! : item.GetRawText();
            if (Fields.Languages.Parse(text, out var code) is { } fault)
            {
                settings.Bad("languages", text, fault.What, fault.Remedy);
            }
            else if (!codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        if (codes.Count == 0)
        {
            settings.Bad("languages", list.GetRawText(), "no language is left", "Write a list such as [\"en\", \"es\"]");
        }

        return codes;
    }

    private string? OfficePhone()
    {
        if (settings.Text("officePhone") is not { } text)
        {
            return null;
        }

        if (PhoneNumbers.Parse(text, out var number) is { } fault)
        {
            settings.Bad("officePhone", text, fault.What, fault.Remedy);
        }

        return number;
    }

    private string? ContactEmail()
    {
        var text = settings.Text("contactEmail");
        if (text is not null && EmailAddresses.Check(text) is { } fault)
        {
            settings.Bad("contactEmail", text, fault.What, fault.Remedy);
        }

        return text;
    }
}
