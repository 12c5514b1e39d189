using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

public sealed class SendNoticeTests : FlowTest
{
    [Fact]
    public async Task Every_recipient_gets_one_notice_over_the_channel_they_prefer()
    {
        await RunReminderDayAsync();

        Assert.Equal([(Mother, Channel.Sms), (Father, Channel.Email), ("T1", Channel.Email)], await TakenAsync());
        Assert.Equal("es", (await NoticeAsync(Mother, Channel.Sms)).Language);
        Assert.Equal("en", (await NoticeAsync(Father, Channel.Email)).Language);
    }

    [Fact]
    public async Task Each_notice_leaves_its_whole_life_in_the_evidence()
    {
        await RunReminderDayAsync();

        Assert.Equal(
            [EvidenceKind.NoticePlanned, EvidenceKind.AttemptStarted, EvidenceKind.NoticeDelivered],
            await KindsAsync(await NoticeAsync(Father, Channel.Email)));
        Assert.Equal(
            [EvidenceKind.NoticePlanned, EvidenceKind.NoticeDeferred, EvidenceKind.AttemptStarted, EvidenceKind.NoticeDelivered],
            await KindsAsync(await NoticeAsync(Mother, Channel.Sms)));
        Assert.True((await World.UseCases.VerifyEvidence.RunAsync(
            OakHill.DistrictId, OakHill.StudentId, CancellationToken.None)).IsWhole);
    }

    [Fact]
    public async Task A_text_waits_for_the_recipients_morning_and_mail_does_not()
    {
        var file = File();
        var inDenver = file with
        {
            Contacts = [file.Contacts[0] with { TimeZone = DateTimeZoneProviders.Tzdb["America/Denver"] }, file.Contacts[1]],
        };
        await ImportAsync(inDenver);

        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 8, 59));
        Assert.Equal([(Father, Channel.Email), ("T1", Channel.Email)], await TakenAsync());

        // 8:00 in Denver is 9:00 in Chicago.
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 9));
        Assert.Equal([(Mother, Channel.Sms), (Father, Channel.Email), ("T1", Channel.Email)], await TakenAsync());
    }

    [Fact]
    public async Task Running_the_same_day_again_sends_nothing_again()
    {
        await RunReminderDayAsync();
        var before = Provider.Messages.Count;
        var evidence = (await World.EvidenceAsync()).Count;

        // As if nobody remembered that the day was run, and the queue's memory of ids was over.
        await Tables.Open("Runs").DeleteAsync(OakHill.DistrictId, "reminders", null, CancellationToken.None);
        Clock.Advance(Duration.FromMinutes(30));
        World = NewProcess();
        await ImportAsync();
        await World.UseCases.RefreshDueDates.RepairAsync(
            new PlanChange { DistrictId = OakHill.DistrictId, StudentId = OakHill.StudentId, Reason = "test" }, [],
            CancellationToken.None);
        await World.RunHourAsync();

        Assert.Equal(before, Provider.Messages.Count);
        Assert.Equal(evidence, (await World.EvidenceAsync()).Count);
    }

    [Fact]
    public async Task Is_withheld_when_the_duty_was_met_meanwhile()
    {
        await ImportAsync(File(
            new PlanDate(PlanDateKind.PlacementChangeDecided, new LocalDate(2026, 10, 12)),
            new PlanDate(PlanDateKind.ObligationMet, new LocalDate(2026, 10, 13), "manifestation-determination")));
        var due = new Application.Delivery.NoticeDue
        {
            DistrictId = OakHill.DistrictId,
            StudentId = OakHill.StudentId,
            PlanId = OakHill.PlanId,
            Obligation = new ObligationId("manifestation-determination"),
            DueOn = new LocalDate(2026, 10, 26),
            StepId = "caseManager-3",
            Audience = Notifier.Reminders.Audience.CaseManager,
        };

        await World.UseCases.SendNotice.RunAsync(due, CancellationToken.None);
        await World.UseCases.SendNotice.RunAsync(due, CancellationToken.None);

        Assert.Empty(Provider.Messages);
        var entry = Assert.Single(await EvidenceAsync(EvidenceKind.NoticeWithheld));
        Assert.Equal("DutyMet", EvidenceDetail.Find(entry.Detail, "reason"));
        Assert.Equal("met on 2026-10-13", EvidenceDetail.Find(entry.Detail, "detail"));
    }

    [Fact]
    public async Task A_planned_text_is_withheld_when_the_meeting_was_held_meanwhile()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 6, 30));
        await ImportAsync(File(new PlanDate(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 10, 13))));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.DoesNotContain((Mother, Channel.Sms), await TakenAsync());
        // The next annual review has begun to run.
        var notice = await NoticeAsync(Mother, Channel.Sms);
        Assert.Equal((NoticeState.Withheld, nameof(WithholdReason.DueDateMoved)), (notice.State, notice.Reason));
    }

    [Fact]
    public async Task Is_withheld_when_the_due_date_moved_meanwhile()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 6, 30));
        // The meeting turns out to have been a week later: so is the due date.
        await ImportAsync(OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld.PlusDays(7))));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        var notice = await NoticeAsync(Mother, Channel.Sms);
        Assert.Equal((NoticeState.Withheld, nameof(WithholdReason.DueDateMoved)), (notice.State, notice.Reason));
        Assert.Contains(
            await EvidenceAsync(EvidenceKind.NoticeWithheld),
            row => row.NoticeId == notice.NoticeId && row.Detail.Contains("2026-11-21", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_once_the_student_has_exited()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        // Straight into the store, with the agenda still as it was: the look at the moment of sending must find it.
        var raised = (await World.UseCases.Progress.GetAsync(OakHill.DistrictId, ReminderDay, CancellationToken.None)).DoneThrough;
        await ImportAsync(File(new PlanDate(PlanDateKind.Exited, new LocalDate(2026, 10, 13))));
        await World.UseCases.RaiseReminders.RunAsync(CancellationToken.None);
        await World.RunUntilAsync(OakHill.At(2026, 10, 16, 12));

        Assert.Equal(new LocalDate(2026, 10, 13), raised);
        Assert.Empty(await TakenAsync());
    }

    [Fact]
    public async Task Whoever_receives_no_notices_gets_none_even_when_one_was_planned()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 6, 30));
        var file = File();
        await ImportAsync(file with { Contacts = [file.Contacts[0] with { ReceivesNotices = false }, file.Contacts[1]] });
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.DoesNotContain(await TakenAsync(), one => one.Recipient == Mother);
        Assert.Equal(nameof(WithholdReason.ReceivesNoNotices), (await NoticeAsync(Mother, Channel.Sms)).Reason);
    }

    [Fact]
    public async Task Consent_taken_back_while_a_text_waits_opens_mail_instead()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 6, 30));
        var file = File();
        await ImportAsync(file with { Contacts = [file.Contacts[0] with { TextConsentOn = null }, file.Contacts[1]] });
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Equal([(Mother, Channel.Email), (Father, Channel.Email), ("T1", Channel.Email)], await TakenAsync());
        Assert.Equal(nameof(WithholdReason.NoTextConsent), (await NoticeAsync(Mother, Channel.Sms)).Reason);
    }

    [Fact]
    public async Task A_contact_who_is_gone_gets_nothing()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 6, 30));
        var file = File();
        await ImportAsync(file with { Contacts = [file.Contacts[1]] });
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.DoesNotContain(await TakenAsync(), one => one.Recipient == Mother);
        Assert.Equal(nameof(WithholdReason.RecipientGone), (await NoticeAsync(Mother, Channel.Sms)).Reason);
    }

    [Fact]
    public async Task A_suppressed_number_opens_mail_and_a_lifted_one_gets_texts_again()
    {
        var mother = OakHill.Mother(OakHill.StudentId);
        var list = World.UseCases.Suppressions;
        await list.SuppressAsync(
            OakHill.DistrictId, Application.Delivery.Reach.Suppressions.HashOf(Channel.Sms, mother.Phone), Channel.Sms, "replied STOP",
            Clock.GetCurrentInstant(), CancellationToken.None);
        await RunReminderDayAsync();

        Assert.Contains((Mother, Channel.Email), await TakenAsync());

        Assert.True(await list.LiftAsync(
            OakHill.DistrictId, Channel.Sms, mother.Phone, "replied START", Clock.GetCurrentInstant(), CancellationToken.None));
        Assert.Null(await list.ReasonAsync(OakHill.DistrictId, Channel.Sms, mother.Phone, CancellationToken.None));
        Assert.Contains((Mother, Channel.Email), await TakenAsync());
    }

    [Fact]
    public async Task A_refused_text_is_followed_by_mail()
    {
        Provider.Answering = message => message.Channel == Channel.Sms ? FakeAnswer.Refuse : FakeAnswer.Take;
        await RunReminderDayAsync();

        Assert.Contains((Mother, Channel.Email), await TakenAsync());
        Assert.Equal(NoticeState.NotSent, (await NoticeAsync(Mother, Channel.Sms)).State);
        Assert.Empty(await ProblemsAsync(ProblemKind.NoticeNotSent));
    }

    [Fact]
    public async Task When_every_channel_fails_the_case_manager_hears_of_it()
    {
        Provider.Answering = message => message.Address.Contains("maria", StringComparison.Ordinal) || message.Channel == Channel.Sms
            ? FakeAnswer.Refuse
            : FakeAnswer.Take;
        await RunReminderDayAsync();

        var problem = Assert.Single(await ProblemsAsync(ProblemKind.NoticeNotSent));
        Assert.Equal((Mother, "T1", OakHill.PlanId), (problem.RecipientId, problem.OwnerId, problem.PlanId));
        Assert.Contains((await World.NoticesAsync()), row =>
            row.ProblemId == problem.ProblemId && row.RecipientId == "T1" && row.State == NoticeState.Delivered);
        Assert.Contains(await EvidenceAsync(EvidenceKind.ProblemOpened), row => row.Detail.Contains(problem.ProblemId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_busy_provider_is_tried_again_later()
    {
        var tries = 0;
        Provider.Answering = message => message.RecipientName == "Jorge Peña" && tries++ < 2 ? FakeAnswer.TryAgain : FakeAnswer.Take;
        await RunReminderDayAsync();

        var notice = await NoticeAsync(Father, Channel.Email);
        Assert.Equal((NoticeState.Delivered, 3), (notice.State, notice.Attempt));
        Assert.Equal(2, (await KindsAsync(notice)).Count(kind => kind == EvidenceKind.AttemptNotSent));
        Assert.Single(await TakenAsync(), one => one.Recipient == Father);
    }

    [Fact]
    public async Task A_contact_nobody_can_reach_is_a_problem_until_it_is_mended()
    {
        var file = File();
        await ImportAsync(file with { Contacts = [file.Contacts[0] with { Email = "", Phone = "" }, file.Contacts[1]] });
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        var problem = Assert.Single(await ProblemsAsync(ProblemKind.RecipientUnreachable));
        Assert.Equal((Mother, "T1"), (problem.RecipientId, problem.OwnerId));

        await ImportAsync(file);
        await World.RunHourAsync();
        Assert.Empty(await ProblemsAsync(ProblemKind.RecipientUnreachable));
    }

    [Fact]
    public async Task Two_workers_with_the_same_message_send_it_once()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        await World.RaiseAsync();
        Clock.MoveTo(OakHill.At(2026, 10, 14, 10));
        await World.RaiseAsync();
        var messages = Queues.Messages("notices-due").Select(one => Application.Delivery.NoticeDue.Read(one.Body)).ToList();

        var workers = Enumerable.Range(0, 4).Select(_ => NewProcess().UseCases.SendNotice).ToList();
        await Task.WhenAll(messages.SelectMany(due => workers.Select(worker =>
            Task.Run(() => worker.RunAsync(due, CancellationToken.None)))));

        Assert.Equal([(Mother, Channel.Sms), (Father, Channel.Email), ("T1", Channel.Email)], await TakenAsync());
    }

    [Fact]
    public async Task A_family_that_is_invited_is_not_told_that_it_will_be()
    {
        await ImportAsync(File(new PlanDate(PlanDateKind.MeetingScheduled, new LocalDate(2026, 11, 10), "9:30; Room 4")));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.DoesNotContain(await TakenAsync(), one => one.Recipient == Mother || one.Recipient == Father);
        Assert.Contains(
            await EvidenceAsync(EvidenceKind.NoticeWithheld),
            row => EvidenceDetail.Find(row.Detail, "reason") == nameof(WithholdReason.MeetingIsPlanned));
    }
}
