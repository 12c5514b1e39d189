using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;
using static Notifier.Domain.Tests.Notices.RecipientFixture;

namespace Notifier.Domain.Tests.Notices;

public sealed class StaffRecipientsTests
{
    private static readonly RecipientQuestion ToCaseManager = Question with { Audience = Audience.CaseManager };
    private static readonly RecipientQuestion ToSupervisor = Question with { Audience = Audience.Supervisor };

    [Fact]
    public void The_case_manager_is_told_by_mail()
    {
        var one = Assert.Single(Recipients.For(ToCaseManager).Reached);

        Assert.Equal(("T1", Channel.Email, "dreyes@example.org", "en"), (one.RecipientId, one.Channel, one.Address, one.Language));
        Assert.Empty(one.PassedOver);
    }

    [Fact]
    public void The_supervisor_is_the_case_managers_own()
    {
        var other = Supervisor with { StaffId = "T0", Email = "other@example.org" };

        Assert.Equal("T2", Assert.Single(Recipients.For(ToSupervisor with { Staff = [other, CaseManager, Supervisor] }).Reached).RecipientId);
    }

    [Fact]
    public void Without_an_address_the_supervisor_stands_in()
    {
        var one = Assert.Single(Recipients.For(ToCaseManager with { Staff = [CaseManager with { Email = "" }, Supervisor] }).Reached);

        Assert.Equal("T2", one.RecipientId);
        Assert.Equal(["case manager T1: no mail address on record"], one.PassedOver);
    }

    [Fact]
    public void An_address_that_bounced_is_passed_over()
    {
        var question = ToCaseManager with { Closed = [new("T1", Channel.Email, "bounced")] };

        Assert.Equal("T2", Assert.Single(Recipients.For(question).Reached).RecipientId);
    }

    [Fact]
    public void A_case_manager_who_left_is_replaced_by_the_schools_supervisor_before_the_districts()
    {
        var ofSchool = Supervisor with { StaffId = "T8", SchoolId = "L1" };
        var elsewhere = Supervisor with { StaffId = "T0", SchoolId = "L2" };

        var one = Assert.Single(Recipients.For(ToCaseManager with { Staff = [elsewhere, Supervisor, ofSchool] }).Reached);

        Assert.Equal("T8", one.RecipientId);
        Assert.Equal(["case manager T1: not in the staff list"], one.PassedOver);
    }

    [Fact]
    public void In_the_end_the_districts_contact_is_told()
    {
        var one = Assert.Single(Recipients.For(ToCaseManager with { Staff = [] }).Reached);

        Assert.Equal((Recipient.DistrictContactId, "office@example.org"), (one.RecipientId, one.Address));
    }

    [Fact]
    public void Nobody_at_all_is_a_visible_outcome()
    {
        var district = Question.District with { Policies = new DistrictPolicies() };

        var choice = Recipients.For(ToCaseManager with { Staff = [], District = district });

        Assert.Empty(choice.Reached);
        Assert.Contains("policies.contactEmail", Assert.Single(choice.Unreached).Reason, StringComparison.Ordinal);
    }
}
