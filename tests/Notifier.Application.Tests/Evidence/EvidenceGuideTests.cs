using System.Text.Json;
using Notifier.Application.Evidence;
using Notifier.Application.Tests.Flow;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Evidence;

/// <summary><c>docs/evidence.md</c> names every field of the JSON form: whoever adds one says so there.</summary>
public sealed class EvidenceGuideTests : ReplyTest
{
    private static readonly string Guide = System.IO.File.ReadAllText(Repository.PathOf("docs", "evidence.md"));

    [Fact]
    public async Task Names_every_field_of_the_document()
    {
        var shipped = new DistrictPolicies();
        var district = OakHill.District();
        district = district with { District = district.District with { Policies = district.District.Policies with { StaffMail = shipped.StaffMail } } };
        await World.ImportAsync(district, File(new PlanDate(PlanDateKind.MeetingScheduled, new NodaTime.LocalDate(2026, 12, 3), "9:30")));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
        await WriteBackAsync("1");

        var student = await World.UseCases.EvidenceReport.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);
        var staff = await World.UseCases.EvidenceReport.ReadStaffAsync(OakHill.DistrictId, "T1", CancellationToken.None);
        var fields = Fields(student).Concat(Fields(staff)).Distinct().ToList();

        Assert.True(fields.Count > 60, $"only {fields.Count} fields were written");
        Assert.Equal([], fields.Where(field => !Guide.Contains($"`{field}`", StringComparison.Ordinal)));
    }

    private static List<string> Fields(EvidenceReading reading)
    {
        using var document = JsonDocument.Parse(EvidenceDocument.ToJson(reading));
        return [.. Names(document.RootElement)];
    }

    private static IEnumerable<string> Names(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(one => Names(one.Value).Prepend(one.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
