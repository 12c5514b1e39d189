using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Adapters.Tests.DistrictFolders;

/// <summary>How staff are told, who is away, and who hears of what stays open: read, or named as wrong.</summary>
public sealed class StaffSettingsTests
{
    private const string Header = "staffId,name,email,phone,role,supervisorId,schoolId";

    [Fact]
    public void A_folder_that_says_nothing_of_it_has_digests_mail_alone_and_two_steps()
    {
        using var folder = new TestFolder();
        var district = folder.Read().District!;

        Assert.Equal(StaffMail.Digest, district.District.Policies.StaffMail);
        Assert.Equal([new(3, EscalationTarget.Supervisor), new(8, EscalationTarget.District)], district.District.Policies.Escalation);
        Assert.All(district.Staff, member => Assert.False(member.WantsTexts || member.IsAway(new LocalDate(2026, 11, 20))));
    }

    [Fact]
    public void Policies_are_read()
    {
        using var folder = new TestFolder();
        folder.Replace("district.json", "\"name\"", """
            "policies": { "staffMail": "each", "escalation": [ { "afterSchoolDays": 1, "to": "supervisor" }, { "afterSchoolDays": 5, "to": "district" } ] }, "name"
            """);
        var policies = folder.Read().District!.District.Policies;

        Assert.Empty(folder.Problems());
        Assert.Equal(StaffMail.Each, policies.StaffMail);
        Assert.Equal([new(1, EscalationTarget.Supervisor), new(5, EscalationTarget.District)], policies.Escalation);
    }

    [Theory]
    [InlineData("\"staffMail\": \"weekly\"", "Fatal district.json, policies.staffMail \"weekly\": it is not known.")]
    [InlineData("\"escalation\": 3", "Fatal district.json, policies.escalation \"3\": it is not a list.")]
    [InlineData("\"escalation\": [3]", "Fatal district.json, policies.escalation[0] \"3\": it is not an object.")]
    [InlineData("\"escalation\": [ { \"to\": \"supervisor\" } ]", "Fatal district.json, policies.escalation[0].afterSchoolDays: the setting is missing.")]
    [InlineData("\"escalation\": [ { \"afterSchoolDays\": 0, \"to\": \"supervisor\" } ]", "Fatal district.json, policies.escalation[0].afterSchoolDays \"0\": it is not a whole number from 1 to 60.")]
    [InlineData("\"escalation\": [ { \"afterSchoolDays\": 3, \"to\": \"boss\" } ]", "Fatal district.json, policies.escalation[0].to \"boss\": it is not known.")]
    [InlineData("\"escalation\": [ { \"afterSchoolDays\": 3, \"to\": \"district\", \"who\": 1 } ]", "Fatal district.json, policies.escalation[0].who \"1\": the setting is not known.")]
    [InlineData(
        "\"escalation\": [ { \"afterSchoolDays\": 8, \"to\": \"supervisor\" }, { \"afterSchoolDays\": 3, \"to\": \"district\" } ]",
        "Fatal district.json, policies.escalation \"3\": a step of 3 school days comes after one of 8.")]
    public void A_policy_that_is_wrong_is_named(string policy, string problem)
    {
        using var folder = new TestFolder();
        folder.Replace("district.json", "\"name\"", $"\"policies\": {{ {policy} }}, \"name\"");

        Assert.Contains(folder.Problems(), one => one.StartsWith(problem, StringComparison.Ordinal));
        Assert.Null(folder.Read().District);
    }

    [Fact]
    public void A_leave_and_a_choice_of_texts_are_read_from_columns_that_may_be_missing()
    {
        using var folder = new TestFolder();
        folder.With("staff.csv", $"{Header},channels,awayFrom,awayUntil\n"
            + "SUP,Ruth Bell,ruth.bell@example.org,+15125550100,supervisor,,,email;sms,,\n"
            + "CM1,Tom Hale,tom.hale@example.org,(512) 555-0101,caseManager,SUP,E1,,2026-11-23,2026-12-04\n");
        var staff = folder.Read().District!.Staff;

        Assert.Empty(folder.Problems());
        Assert.Equal(["SUP"], staff.Where(member => member.WantsTexts).Select(member => member.StaffId));
        var away = staff.Single(member => member.StaffId == "CM1");
        Assert.Equal(
            [false, true, true, false],
            new LocalDate[] { new(2026, 11, 22), new(2026, 11, 23), new(2026, 12, 4), new(2026, 12, 5) }.Select(away.IsAway));
    }

    [Theory]
    [InlineData(",2026-11-23,", "Rejected staff.csv, line 2, awayUntil: the leave has a first day and no last one.")]
    [InlineData(",2026-11-23,2026-11-20", "Rejected staff.csv, line 2, awayUntil \"2026-11-20\": the leave ends before it begins.")]
    [InlineData("pigeon,,", "Rejected staff.csv, line 2, channels \"pigeon\": \"pigeon\" is not a channel.")]
    public void A_leave_that_cannot_be_and_a_channel_that_is_none_are_named(string fields, string problem)
    {
        using var folder = new TestFolder();
        folder.With("staff.csv", $"{Header},channels,awayFrom,awayUntil\nCM1,Tom Hale,tom.hale@example.org,(512) 555-0101,caseManager,,E1,{fields}\n");

        Assert.Contains(folder.Problems(), one => one.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_without_a_number_are_named()
    {
        using var folder = new TestFolder();
        folder.With("staff.csv", $"{Header},channels\nCM1,Tom Hale,tom.hale@example.org,,caseManager,,E1,sms\n");

        Assert.Contains(folder.Problems(), one => one.StartsWith("Warning staff.csv, line 2, phone: texts are chosen", StringComparison.Ordinal));
    }
}
