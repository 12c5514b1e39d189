using NodaTime;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using static Notifier.Domain.Tests.Notices.RecipientFixture;

namespace Notifier.Domain.Tests.Notices;

public sealed class FamilyRecipientsTests
{
    [Fact]
    public void Two_households_are_told_each_in_its_language_channel_and_zone()
    {
        var choice = Recipients.For(Question);

        Assert.Empty(choice.Unreached);
        Assert.Equal(
            [
                ("C1", "es", Channel.Sms, "+15125550142", "America/Chicago"),
                ("C2", "en", Channel.Email, "tom@example.org", "America/Denver"),
            ],
            choice.Reached.Select(one => (one.RecipientId, one.Language, one.Channel, one.Address, one.TimeZone.Id)));
    }

    [Fact]
    public void A_phone_on_record_twice_is_told_once()
    {
        var again = Mother with { ContactId = "C9", Name = "Elena R." };
        var question = Question with { Contacts = [again, Mother, Father] };

        Assert.Equal(["C1", "C2"], Recipients.For(question).Reached.Select(one => one.RecipientId));
        Assert.Empty(Recipients.For(question).Unreached);
    }

    [Fact]
    public void Two_readers_of_one_phone_are_told_each_in_the_own_language()
    {
        var english = Mother with { ContactId = "C9", Language = "en" };

        var reached = Recipients.For(Question with { Contacts = [Mother, english] }).Reached;

        Assert.Equal(["C1", "C9"], reached.Select(one => one.RecipientId));
    }

    [Fact]
    public void No_notices_is_absolute()
    {
        var choice = Recipients.For(Question with { Contacts = [Mother, Father with { ReceivesNotices = false }] });

        Assert.Equal(["C1"], choice.Reached.Select(one => one.RecipientId));
        Assert.Empty(choice.Unreached);
    }

    [Fact]
    public void No_notices_is_absolute_for_the_adult_student_too()
    {
        var question = Question.Born(new(2000, 1, 1)) with { Contacts = [Mother, Self with { ReceivesNotices = false }] };

        var choice = Recipients.For(question);

        Assert.Equal(["C1"], choice.Reached.Select(one => one.RecipientId));
        Assert.Empty(choice.Unreached);
    }

    [Fact]
    public void Contacts_of_another_student_are_never_told() =>
        Assert.Empty(Recipients.For(Question with { Contacts = [Mother with { StudentId = "S2" }] }).Reached);

    [Theory]
    [InlineData("2008-10-17", "C1")] // the day before the 18th birthday
    [InlineData("2008-10-16", "C1,C3")] // on it, parent and student
    [InlineData("2008-10-15", "C1,C3")]
    public void From_the_18th_birthday_both_parent_and_student_are_told(string birthDate, string told)
    {
        var question = Question.Born(Date(birthDate)) with { Contacts = [Self, Mother] };

        Assert.Equal(told, string.Join(',', Recipients.For(question).Reached.Select(one => one.RecipientId)));
    }

    [Theory]
    [InlineData("2026-02-27", false)]
    [InlineData("2026-02-28", true)] // a child of 29 February, in a common year
    public void A_birthday_of_29_february_counts_from_28_february(string on, bool told)
    {
        var question = Question.Born(new(2008, 2, 29)) with { Contacts = [Mother, Self], On = Date(on) };

        Assert.Equal(told, Recipients.For(question).Reached.Any(one => one.IsTheStudent));
    }

    [Theory]
    [InlineData("transition-planning", "2012-10-16", true)] // 14
    [InlineData("meeting-notice", "2010-10-17", false)] // 16 tomorrow
    [InlineData("meeting-notice", "2010-10-16", true)] // 16 today
    [InlineData("progress-report", "2010-10-16", false)]
    [InlineData("rights-transfer", "2008-10-17", true)] // 18 tomorrow: the law wants the student told
    public void Before_that_the_student_is_only_invited_to_plan_the_time_after_school(
        string obligation, string birthDate, bool told)
    {
        var question = Question.Born(Date(birthDate)) with
        {
            Contacts = [Mother, Self],
            Obligation = new ObligationId(obligation),
        };

        Assert.Equal(told, Recipients.For(question).Reached.Any(one => one.RecipientId == "C3"));
    }

    [Fact]
    public void An_adult_student_without_a_contact_is_a_visible_outcome()
    {
        var choice = Recipients.For(Question.Born(new(2000, 1, 1)));

        Assert.Equal(2, choice.Reached.Count);
        Assert.Contains("34 CFR 300.520", Assert.Single(choice.Unreached).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_adult_student_may_have_nobody_else() =>
        Assert.Empty(Recipients.For(Question.Born(new(2000, 1, 1)) with { Contacts = [Self] }).Unreached);

    [Fact]
    public void A_child_with_nobody_who_may_be_told_is_a_visible_outcome()
    {
        var choice = Recipients.For(Question with { Contacts = [Mother with { ReceivesNotices = false }] });

        Assert.Empty(choice.Reached);
        var nobody = Assert.Single(choice.Unreached);
        Assert.Null(nobody.ContactId);
        Assert.Contains("Student S1 has no parent or guardian", nobody.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_household_that_cannot_be_reached_is_visible_though_the_other_was_told()
    {
        var choice = Recipients.For(Question with { Contacts = [Mother, Father with { Email = "" }] });

        Assert.Equal(["C1"], choice.Reached.Select(one => one.RecipientId));
        var father = Assert.Single(choice.Unreached);
        Assert.Equal("C2", father.ContactId);
        Assert.Contains("email: no mail address on record; text: no phone number on record", father.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_never_holds_an_address()
    {
        ClosedChannel[] closed = [new("C1", Channel.Sms, "replied STOP"), new("C1", Channel.Email, "bounced")];

        var reason = Assert.Single(Recipients.For(Question with { Contacts = [Mother], Closed = closed }).Unreached).Reason;

        Assert.DoesNotContain("555", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("@", reason, StringComparison.Ordinal);
        Assert.Contains("text: replied STOP; email: bounced", reason, StringComparison.Ordinal);
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
