using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Digests;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Reminders;
using Notifier.Application.Runs;
using Notifier.Notices;
using Notifier.Reminders;

namespace Notifier.Application.Summaries;

/// <summary>
/// Hourly: for each district whose run hour has come on its summary day, reads the rates of all plans once and puts the
/// summary of each supervisor, and of the district's contact, on the queue. May end anywhere and be run again: the same
/// summary has the same message, and whoever handles it sends it once.
/// </summary>
public sealed partial class SendWeeklySummaries(
    DistrictFiles districts, StudentFiles students, KeptRates kept, SummaryProgress progress, IQueueSender queue, IClock clock,
    ILogger<SendWeeklySummaries> logger)
{
    private const int MessagesAtOnce = 100;

    public Task RunAsync(CancellationToken cancellationToken) =>
        districts.ForEachAsync(file => RunAsync(file, cancellationToken), cancellationToken);

    /// <summary>The same summary, the same id.</summary>
    public static QueueMessage MessageFor(NoticeDue summary) => summary.ToMessage($"summary-{summary.ReminderId()}", null);

    private async Task RunAsync(DistrictFile file, CancellationToken cancellationToken)
    {
        var (district, rules, now) = (file.District, DistrictRules.Of(file), clock.GetCurrentInstant());
        var today = district.Today(now);
        if (RaiseReminders.DayToRun(district, now) < today
            || SummaryDays.OfWeekWith(today, rules) is not { } day || today < day
            || !IsOwed(day, today, rules, await progress.LastAsync(district.DistrictId, cancellationToken)))
        {
            return;
        }

        using var step = FlowTrace.Start(nameof(SendWeeklySummaries), ("district", district.DistrictId));
        var all = await DistrictRates.ReadAsync(
            students.AllAsync(district.DistrictId, cancellationToken), rules, SummaryDays.LookedBackOn(today, rules), today,
            cancellationToken);
        var desks = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var rates in all)
        {
            await kept.WriteAsync(district.DistrictId, today, rates, cancellationToken);
            desks.Add(DeskOwners.Of(Audience.Supervisor, rates.CaseManagerId, file, today));
        }

        desks.Remove(Recipient.DistrictContactId);
        if (all.Count > 0 && district.Policies.ContactEmail.Length > 0)
        {
            desks.Add(Recipient.DistrictContactId);
        }

        foreach (var some in desks.Select(desk => MessageFor(NoticeDue.OfSummary(district.DistrictId, desk, today))).Chunk(MessagesAtOnce))
        {
            await queue.SendAsync(QueueNames.NoticesDue, some, cancellationToken);
        }

        await progress.DoneAsync(district.DistrictId, today, cancellationToken);
        LogDone(district.DistrictId, today, desks.Count);
    }

    // After an outage the week's summary comes on a later working day; a district's first one waits for its day.
    private static bool IsOwed(LocalDate day, LocalDate today, DistrictRules rules, LocalDate? last) =>
        today == day ? !(last >= day) : last < day && SummaryDays.IsWorkingDay(today, rules);

    [LoggerMessage(Level = LogLevel.Information, Message = "District {DistrictId}: {Summaries} summaries of the week are on the queue, of {Day}")]
    private partial void LogDone(string districtId, LocalDate day, int summaries);
}
