using NodaTime;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Evidence;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;
/// <summary>Who hears of a changed day, and who does not.</summary>
public sealed partial class ChangedDayTests
{
    [Fact]
    public async Task Only_students_whose_plan_promises_it_are_told_unless_the_change_is_for_everyone()
    {
        var other = OakHill.Family("S2", "P2", new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld));
        await World.ImportAsync(OakHill.District(), Promised(), other);
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.AnnounceAsync(GivenChange.EarlyRelease(Tomorrow, Now) with { Everyone = true });
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));

        // Two changes of one day in one notice.
        Assert.Equal("changed-day in en: Tests all morning; lunch at 12:30. School ends at noon.", (await ToldAsync())[^1].Text);
        Assert.Equal(
            ["changed-day in en: School ends at noon."],
            (await ToldAsync("S2")).Where(one => one.Channel == Channel.Email).Select(one => one.Text));
    }

    [Theory]
    [InlineData("E2", "04", false)]
    [InlineData("E1", "05", false)]
    [InlineData("E1", "04", true)]
    [InlineData("E1", "4", true)]
    public async Task Is_told_by_school_and_grade(string school, string grade, bool told)
    {
        var file = Promised();
        await World.ImportAsync(
            OakHill.District() with { Schools = [new School { SchoolId = "E1", Name = "Oak" }, new School { SchoolId = "E2", Name = "Elm" }] }, file);
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now) with { SchoolIds = [school], Grades = [grade] });
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));

        Assert.Equal(told ? 2 : 0, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task Of_a_closed_school_nothing_else_is_said()
    {
        await World.ImportAsync(OakHill.District(), Promised());
        await World.AnnounceAsync(GivenChange.EarlyRelease(Tomorrow, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now) with
        {
            ChangeId = "no-water",
            Kind = ScheduleChangeKind.Closure,
            Summary = new Dictionary<string, string> { ["en"] = "School is closed: no water." },
        });
        await World.RunHourAsync();

        Assert.Equal("changed-day-update in en: School is closed: no water.", (await ToldAsync())[^1].Text);
        var heard = (await ToldAsync()).Count;

        // Once it has begun nobody hears that school ends as usual after all.
        await World.AnnounceAsync(GivenChange.EarlyRelease(Tomorrow, Now, 2) with { Withdrawn = true });
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
        Assert.Equal(heard, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task A_student_named_alone_is_told_and_nobody_else()
    {
        await World.ImportAsync(OakHill.District(), Promised(), Promised("S2", "P2"));
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now) with { SchoolIds = [], Grades = [], StudentIds = ["S2"] });
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));

        Assert.Empty(await ToldAsync());
        Assert.Equal(2, (await ToldAsync("S2")).Count);
    }

    [Theory]
    [InlineData(PlanDateKind.Exited)]
    [InlineData(PlanDateKind.ServiceConsentRevoked)]
    public async Task A_student_who_left_is_not_told(PlanDateKind end)
    {
        await ImportAsync(Promised());
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunHourAsync();
        await ImportAsync(Promised(new PlanDate(end, new LocalDate(2026, 10, 13))));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Empty(await ToldAsync());
    }

    [Fact]
    public async Task Who_receives_no_notices_is_not_told_and_who_cannot_be_reached_is_a_problem()
    {
        var file = Promised();
        await ImportAsync(file with
        {
            Contacts = [file.Contacts[0] with { ReceivesNotices = false }, file.Contacts[1] with { Email = "" }],
        });
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));

        Assert.Empty(await ToldAsync());
        Assert.Contains(await ProblemsAsync(ProblemKind.RecipientUnreachable), row => row.RecipientId == Father);
    }

    [Fact]
    public async Task After_a_stop_the_correction_goes_by_mail()
    {
        await ImportAsync(Promised());
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));
        await World.UseCases.Suppressions.SuppressAsync(
            OakHill.DistrictId, Suppressions.HashOf(Channel.Sms, "+15125550142"), Channel.Sms, "replied STOP", Clock.GetCurrentInstant(),
            CancellationToken.None);
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now, 2) with { Withdrawn = true });
        await World.RunHourAsync();

        Assert.Equal(
            (Mother, Channel.Email, "changed-day-normal in es"), (await ToldAsync()).Last(one => one.Recipient == Mother));
    }

    [Fact]
    public async Task A_text_that_failed_is_followed_by_mail_and_is_not_told_again()
    {
        await ImportAsync(Promised());
        Provider.Answering = message => message.Channel == Channel.Sms ? FakeAnswer.Refuse : FakeAnswer.Take;
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Equal([(Mother, Channel.Email), (Father, Channel.Email)], (await ToldAsync()).Select(one => (one.Recipient, one.Channel)));
    }

    [Fact]
    public async Task A_number_that_is_no_more_is_a_problem_to_mend_and_mail_goes_instead()
    {
        await ImportAsync(Promised());
        Provider.Answering = message =>
        {
            Provider.Taken = message.Channel == Channel.Sms
                ? DeliveryOutcome.Never("30005") with { EndsAddress = true }
                : DeliveryOutcome.Delivered(null);
            return FakeAnswer.Take;
        };
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Equal((Mother, Channel.Email), (await ToldAsync()).Where(one => one.Recipient == Mother).Select(one => (one.Recipient, one.Channel)).Last());
        var problem = Assert.Single(await ProblemsAsync(ProblemKind.ContactBroken));
        Assert.Contains("Next to be told: A day not as usual, on 2026-10-14.", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_of_attempts_says_which_change_was_told()
    {
        await ImportAsync(Promised());
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        var reading = await World.UseCases.EvidenceReport.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);

        Assert.Matches(
            @"A day not as usual: Wednesday, October 14, 2026\s+Plan P1, notice \w{8}\s+About: 2026-10-14-testing version 1\s+To: María Peña \(mother, S1-C1\)\s+By: text",
            AttemptRecord.ToText(reading));
        using var json = System.Text.Json.JsonDocument.Parse(EvidenceDocument.ToJson(reading));
        Assert.Contains(
            json.RootElement.GetProperty("notices").EnumerateArray(),
            one => one.TryGetProperty("changes", out var changes) && changes.GetString() == "2026-10-14-testing version 1");
    }

    [Fact]
    public async Task A_child_and_a_guardian_who_come_after_the_announcement_are_told()
    {
        await World.ImportAsync(OakHill.District(), Promised("S2", "P2"));
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunHourAsync();
        var file = Promised();
        await World.ImportAsync(OakHill.District(), Promised("S2", "P2"), file with { Contacts = [file.Contacts[0]] });
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 17));
        await World.ImportAsync(OakHill.District(), Promised("S2", "P2"), file);
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));

        Assert.Equal([Mother, Father], (await ToldAsync()).Select(one => one.Recipient));
    }

    [Fact]
    public async Task A_plan_that_no_longer_promises_it_is_not_told_that_the_day_is_normal()
    {
        await ImportAsync(Promised());
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));
        await ImportAsync(Promised() with { Accommodations = [] });
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Equal(2, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task A_contact_who_is_on_file_twice_with_one_number_is_told_once()
    {
        var file = Promised();
        var twice = file.Contacts[0] with { ContactId = "S1-C3" };
        await ImportAsync(file with { Contacts = [.. file.Contacts, twice] });
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));
        // The first of the two goes; the number knows already.
        await ImportAsync(file with { Contacts = [file.Contacts[1], twice] });
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Single(await ToldAsync(), one => one.Channel == Channel.Sms);
    }
}
