using Microsoft.Extensions.DependencyInjection;
using Notifier.Application.Runs;

namespace Notifier.Functions.Composition;

/// <summary>Lets the function classes find the use case each of them starts, in every home.</summary>
public static class FunctionServices
{
    public static IServiceCollection AddFunctionsOf(this IServiceCollection services, Func<IServiceProvider, UseCases> useCases) => services
        .AddSingleton(provider => useCases(provider).RefreshDueDates)
        .AddSingleton(provider => useCases(provider).RaiseReminders)
        .AddSingleton(provider => useCases(provider).RaiseShard)
        .AddSingleton(provider => useCases(provider).AnnounceScheduleChange)
        .AddSingleton(provider => useCases(provider).AnnounceShard)
        .AddSingleton(provider => useCases(provider).SendStaffDigests)
        .AddSingleton(provider => useCases(provider).SendWeeklySummaries)
        .AddSingleton(provider => useCases(provider).SendNotice)
        .AddSingleton(provider => useCases(provider).RecordDelivery)
        .AddSingleton(provider => useCases(provider).ReconcileDeliveries)
        .AddSingleton(provider => useCases(provider).AuditAgenda)
        .AddSingleton(provider => useCases(provider).WatchRuns);
}
