using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Law;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>On Fri 2026-11-06 both the case manager and the supervisor hear of the review; who is both hears once.</summary>
public sealed class ToldStaffTests : FlowTest
{
    private static readonly Instant Day = OakHill.At(2026, 11, 6, 5);

    [Fact]
    public async Task Two_people_hear_of_it_each()
    {
        Assert.Equal(["t1@example.org", "t2@example.org"], await ToldAsync(OakHill.District(), File()));
    }

    [Fact]
    public async Task A_supervisor_who_is_the_case_manager_hears_once()
    {
        var file = File();
        file = file with { Plans = [.. file.Plans.Select(record => record with { Plan = record.Plan with { CaseManagerId = "T2" } })] };

        Assert.Equal(["t2@example.org"], await ToldAsync(OakHill.District(), file));
    }

    [Fact]
    public async Task A_supervisor_who_stands_in_for_the_case_manager_hears_once()
    {
        var district = OakHill.District();
        district = district with { Staff = [.. district.Staff.Select(member => member.StaffId == "T1" ? member with { Email = "" } : member)] };

        Assert.Equal(["t2@example.org"], await ToldAsync(district, File()));
    }

    private async Task<IReadOnlyList<string>> ToldAsync(DistrictFile district, StudentFile file)
    {
        Clock.MoveTo(OakHill.At(2026, 11, 5, 12));
        await World.ImportAsync(district, file);
        await World.RunUntilAsync(Day);
        var before = Provider.Messages.Count;
        await World.RunUntilAsync(OakHill.At(2026, 11, 6, 12));
        var notices = await World.NoticesAsync();
        return [.. Provider.Messages.Skip(before)
            .Where(message => notices.Any(row => row.NoticeId == message.NoticeId && row.Obligation == new ObligationId(Obligation) && row.ProblemId is null))
            .Select(message => message.Address)
            .Order(StringComparer.Ordinal)];
    }
}
