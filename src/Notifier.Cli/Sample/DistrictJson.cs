using System.Text.Json;
using System.Text.Json.Nodes;
using Notifier.PlanDates;

namespace Notifier.Cli.Sample;

/// <summary>The <c>district.json</c> of a sample.</summary>
public static class DistrictJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(District district) => new JsonObject
    {
        ["districtId"] = district.DistrictId,
        ["name"] = district.Name,
        ["state"] = district.State,
        ["timeZone"] = district.TimeZone.Id,
        ["annualRule"] = "SameDay",
        ["policies"] = new JsonObject
        {
            ["reevaluationRule"] = "SameDay",
            ["section504ReviewMonths"] = district.Policies.Section504ReviewMonths,
            ["section504ReevaluationMonths"] = district.Policies.Section504ReevaluationMonths,
            // So that the demo's day has a summary.
            ["weeklySummary"] = SampleCalendar.AsOf.DayOfWeek.ToString().ToLowerInvariant(),
            ["officePhone"] = district.Policies.OfficePhone,
            ["contactEmail"] = district.Policies.ContactEmail,
            ["languages"] = new JsonArray("en", "es"),
        },
    }.ToJsonString(Indented) + "\n";
}
