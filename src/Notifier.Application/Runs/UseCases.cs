using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Notifier.Application.Alarms;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.Digests;
using Notifier.Application.DueDates;
using Notifier.Application.Evidence;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Application.Queues;
using Notifier.Application.Reminders;
using Notifier.Application.ScheduleChanges;
using Notifier.Application.Storage;
using Notifier.Application.Summaries;

namespace Notifier.Application.Runs;

/// <summary>The use cases of the flow put together over one store, one queue and one channel: every home has this set.</summary>
public sealed class UseCases
{
    public UseCases(
        IEntityTables tables,
        IQueueSender queue,
        IDeliveryChannel channel,
        NoticeComposer composer,
        IClock clock,
        DeliverySettings? deliverySettings = null,
        AgendaSettings? agendaSettings = null,
        ILoggerFactory? loggers = null,
        AlarmSettings? alarmSettings = null,
        IQueueAges? queueAges = null)
    {
        var delivery = deliverySettings ?? new DeliverySettings();
        var agendaLayout = agendaSettings ?? new AgendaSettings();
        var log = loggers ?? NullLoggerFactory.Instance;

        Districts = new DistrictFiles(tables);
        Students = new StudentFiles(tables);
        Evidence = new EvidenceLedger(tables);
        Notices = new NoticeLedger(tables, Evidence);
        Problems = new VisibleProblems(tables);
        Suppressions = new Suppressions(tables);
        Agenda = new Agenda(tables, agendaLayout);
        Progress = new RunProgress(tables);
        Schedules = new StudentSchedules(tables, Evidence);

        var awaited = new AwaitedReports(tables);
        var index = new AttemptIndex(tables, awaited);
        var pace = new TextPace(tables, delivery.TextRate);
        var numbers = new TextedNumbers(tables, Notices);
        Replies = new KeptReplies(tables, Evidence);
        var recipients = new NoticeRecipients(Suppressions);
        Duties = new StaffDuties(tables);
        var open = OpenProblem = new OpenProblem(
            Problems, Evidence, Tally, clock, new ProblemNotices(queue), Duties, log.CreateLogger<OpenProblem>());
        var broken = new BrokenContacts(Suppressions, open, Students);
        var refusals = new ProviderRefusals(Problems, open, clock);
        var waiting = new WaitingTexts(tables, Notices);
        var emailFirst = new EmailFirst(waiting, Districts, Students, recipients, clock);
        var defer = new DeferNotice(Notices, waiting, queue, Tally, clock);

        var changes = new KeptScheduleChanges(tables);
        var names = new StudentNames(tables, Students);
        var concerned = new ConcernedStudents(tables, Students, names);
        var toTell = new StudentsToTell(Districts, Students, concerned, queue, Tally, clock);
        AnnounceScheduleChange = new AnnounceScheduleChange(
            Districts, changes, names, toTell, queue, log.CreateLogger<AnnounceScheduleChange>());
        AnnounceShard = new AnnounceShard(changes, toTell, log.CreateLogger<AnnounceShard>());
        SubmitScheduleChange = new SubmitScheduleChange(Districts, Students, names, changes, queue, clock);
        PreviewScheduleChange = new PreviewScheduleChange(
            AnnounceScheduleChange, toTell, Districts, changes, recipients, Notices, numbers, composer, clock);
        Acknowledgements = new Acknowledgements(tables, Evidence, clock);
        var escalations = new EscalationDays(Acknowledgements);
        RefreshDueDates = new RefreshDueDates(
            Districts, Students, Schedules, Agenda, Duties, new LateReminders(Progress, queue, Tally),
            new StudentProblems(Problems, open, recipients, new MovedMeetings(Notices, Evidence), broken, Duties, clock),
            new MeetingChanges(Notices, queue, clock), new ChangedDaysAhead(changes, concerned, queue, clock),
            new ExplainedDelays(Acknowledgements), Tally, clock, log.CreateLogger<RefreshDueDates>());
        RaiseReminders = new RaiseReminders(
            Districts, Progress, open, queue, clock, agendaLayout, log.CreateLogger<RaiseReminders>());
        RaiseShard = new RaiseShard(Agenda, Progress, queue, Tally, agendaLayout, log.CreateLogger<RaiseShard>());
        var consequences = new OutcomeConsequences(Suppressions, broken, refusals, pace, clock);
        var lost = new LostAttempts(index, Students, Districts, channel, delivery);
        var attempts = new NoticeAttempts(
            Notices, index, channel, consequences, clock, delivery,
            log.CreateLogger<NoticeAttempts>());
        var attempt = new AttemptNotice(attempts, index, defer, Tally);
        var withhold = new WithholdNotices(Notices, Tally, clock, log.CreateLogger<WithholdNotices>());
        var unreached = new UnreachedRecipients(open, log.CreateLogger<UnreachedRecipients>());
        var meetings = new FamilyMeetings(Notices);
        var editions = new DigestEditions(Notices, queue, clock);
        var desk = new DeskRecipients(Suppressions, index, defer, withhold, open);
        var desks = new DeskReading(Duties, Students, Problems, new MeetingGaps(meetings, Replies), new DigestLines(meetings, escalations));
        var sendDigest = new SendDigest(
            Districts,
            desks,
            Notices, composer, desk, attempt, withhold, editions, new StaffTexts(queue), clock);
        var rates = new KeptRates(tables);
        SendWeeklySummaries = new SendWeeklySummaries(
            Districts, Students, rates, new SummaryProgress(tables), queue, clock, log.CreateLogger<SendWeeklySummaries>());
        SendStaffDigests = new SendStaffDigests(
            Districts, Duties, new DigestProgress(tables), queue, clock, log.CreateLogger<SendStaffDigests>());
        var subjects = new SubjectNow(
            new SubjectFinder(Problems, Replies, new ChangedDays(changes), clock), meetings, new DigestCover(editions, escalations, clock), clock);
        var sending = new SendToRecipient(
            meetings, new ToldStaff(Notices), numbers, composer, emailFirst, pace, attempt, defer, withhold, unreached, clock);
        SendNotice = new SendNotice(
            new SendReminder(
                Districts, Students, subjects, recipients, Notices, sending, index, defer, withhold, unreached, clock),
            sendDigest,
            new SendStaffText(
                Districts, desks, Notices, Suppressions, numbers, pace, composer, attempt, index, defer, withhold, clock),
            new SendSummary(Districts, rates, Notices, composer, desk, attempt, withhold, clock),
            new AnswerReply(Notices, Replies, Districts, Students, composer, attempt, defer, withhold, clock));
        RecordReply = new RecordReply(
            numbers, Replies, new ReplyConcerns(Notices, Districts), Suppressions,
            new OtherWays(Notices, recipients, unreached, Districts, Students, queue, clock),
            new ReplyNotices(Suppressions, Students, queue), new StrangerReplies(Districts, open),
            new AcknowledgeByText(Districts, desks, Notices, Acknowledgements), Districts, clock,
            log.CreateLogger<RecordReply>());
        RecordDelivery = new RecordDelivery(
            Notices, index, Suppressions, broken, refusals, queue, tables, Tally, clock, RecordReply, log.CreateLogger<RecordDelivery>());
        ReconcileDeliveries = new ReconcileDeliveries(
            index, Notices, lost, consequences,
            new LookForReports(
                awaited, Notices, lost, consequences, defer, Tally, clock, log.CreateLogger<LookForReports>()),
            Districts, Students, defer, open, Tally, clock, delivery,
            log.CreateLogger<ReconcileDeliveries>());
        AuditAgenda = new AuditAgenda(
            Districts, Students, Schedules, Agenda, Progress, new AuditProgress(tables), RefreshDueDates, concerned, queue, clock, agendaLayout,
            log.CreateLogger<AuditAgenda>());
        var alarms = alarmSettings ?? new AlarmSettings();
        var alarm = new Alarm(channel, alarms, clock, log.CreateLogger<Alarm>());
        WatchRuns = new WatchRuns(
            Districts, Progress, Problems, open, new Watchman(Districts, queueAges, alarm, alarms, clock), alarm,
            new CheckEvening(Districts, waiting, emailFirst, pace, Problems, open, clock, delivery), clock,
            agendaLayout, log.CreateLogger<WatchRuns>());
        VerifyEvidence = new VerifyEvidence(Evidence);
        EvidenceReport = new EvidenceReport(
            Evidence, Notices, Replies, Problems, Districts, Students, VerifyEvidence,
            new FindSentWords(composer, new PastSubjects(changes)), clock);
    }

    public RefreshDueDates RefreshDueDates { get; }

    public AnnounceScheduleChange AnnounceScheduleChange { get; }

    public AnnounceShard AnnounceShard { get; }

    public SubmitScheduleChange SubmitScheduleChange { get; }

    public PreviewScheduleChange PreviewScheduleChange { get; }

    public RaiseReminders RaiseReminders { get; }

    public RaiseShard RaiseShard { get; }

    public SendStaffDigests SendStaffDigests { get; }

    public SendWeeklySummaries SendWeeklySummaries { get; }

    public SendNotice SendNotice { get; }

    public RecordDelivery RecordDelivery { get; }

    public RecordReply RecordReply { get; }

    public ReconcileDeliveries ReconcileDeliveries { get; }

    public AuditAgenda AuditAgenda { get; }

    public WatchRuns WatchRuns { get; }

    public VerifyEvidence VerifyEvidence { get; }

    public EvidenceReport EvidenceReport { get; }

    public DistrictFiles Districts { get; }

    public StudentFiles Students { get; }

    public EvidenceLedger Evidence { get; }

    public NoticeLedger Notices { get; }

    public VisibleProblems Problems { get; }

    public OpenProblem OpenProblem { get; }

    public KeptReplies Replies { get; }

    public Suppressions Suppressions { get; }

    public Agenda Agenda { get; }

    public StaffDuties Duties { get; }

    public Acknowledgements Acknowledgements { get; }

    public RunProgress Progress { get; }

    public StudentSchedules Schedules { get; }

    /// <summary>What they have done so far.</summary>
    public RunTally Tally { get; } = new();
}
