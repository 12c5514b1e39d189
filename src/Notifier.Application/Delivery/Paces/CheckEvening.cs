using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Paces;

/// <summary>
/// From the middle of the afternoon: whether the texts that wait for this evening fit through the sender before the
/// allowed hours end. Where they do not, as many as needed go by email, and a problem of the district says so until the
/// next day.
/// </summary>
public sealed class CheckEvening(
    DistrictFiles districts, WaitingTexts waiting, EmailFirst emailFirst, TextPace pace, VisibleProblems problems,
    OpenProblem open, IClock clock, DeliverySettings settings)
{
    // The hourly watch runs ten minutes before the hour, so people know by 3 pm.
    private static readonly LocalTime From = new(14, 30);

    // Long after the evening, in every zone, what was decided for it is asked for no more.
    private static readonly Duration KeptFor = Duration.FromDays(2);

    public Task RunAsync(CancellationToken cancellationToken) =>
        districts.ForEachAsync(file => RunAsync(file.District, cancellationToken), cancellationToken);

    private async Task RunAsync(District district, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var today = district.Today(now);
        await CloseAsync(district.DistrictId, today, now, cancellationToken);
        await waiting.ForgetAsync(district.DistrictId, now - KeptFor, cancellationToken);
        var closing = AllowedHours.Of(district.Policies).Closing(now, district.TimeZone);
        if (settings.TextRate is not { } rate || now >= closing || now.InZone(district.TimeZone).TimeOfDay < From)
        {
            return;
        }

        var texts = new List<WaitingText>();
        await foreach (var text in waiting.ListAsync(district.DistrictId, now, closing, cancellationToken))
        {
            if (text.Row.EmailFirst is null)
            {
                texts.Add(text);
            }
        }

        var given = await pace.StandsAsync(cancellationToken);
        EveningFit FitOf(IReadOnlyList<WaitingText> some) => EveningFit.Of(some, rate, given, now, closing);
        var fit = FitOf(texts);
        if (fit.TooLate > 0)
        {
            var what = WhatOf(district, today, fit, rate);
            var left = await emailFirst.DecideAsync(texts, FitOf, $"{what} Decided at {NoticeEvidence.Iso(now)}.", cancellationToken);
            await open.RunAsync(ProblemOf(district, today, what, texts.Count - left.Count, FitOf(left).TooLate), cancellationToken);
        }
    }

    private async Task CloseAsync(string districtId, LocalDate today, Instant now, CancellationToken cancellationToken)
    {
        await foreach (var row in problems.ListOpenAsync(districtId, "", cancellationToken))
        {
            if (row.Kind == ProblemKind.EveningTooFull && LocalDatePattern.Iso.Parse(row.Part).Value < today)
            {
                await problems.CloseAsync(districtId, "", row.ProblemId, now, cancellationToken);
            }
        }
    }

    private static string WhatOf(District district, LocalDate today, EveningFit fit, TextRate rate) => string.Create(
        CultureInfo.InvariantCulture,
        $"Of {fit.Texts} texts ({fit.Segments} segments at most) that wait for the evening of {LocalDatePattern.Iso.Format(today)}, {fit.TooLate} would "
        + $"have their turn only after {district.Policies.TextsUntil:HH:mm}: the sender takes {rate.SegmentsPerSecond} segments a second"
        + $"{(rate.SegmentsPerDay is { } most ? $" and {most} a day" : "")}.");

    private static Problem ProblemOf(District district, LocalDate today, string what, int byEmail, int stillLate)
    {
        var iso = LocalDatePattern.Iso.Format(today);
        return new Problem
        {
            ProblemId = VisibleProblems.IdOf(ProblemKind.EveningTooFull, district.DistrictId, iso),
            DistrictId = district.DistrictId,
            Kind = ProblemKind.EveningTooFull,
            Part = iso,
            What = string.Create(CultureInfo.InvariantCulture, $"{what} {byEmail} of them go by email instead; for {stillLate} there is no email."),
            Remedy = (stillLate > 0 ? "Tell the families without email by another way this evening. " : "")
                + "Have the sender registered for a higher rate, or the texts spread over the day.",
        };
    }
}
