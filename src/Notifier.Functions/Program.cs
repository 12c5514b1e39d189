using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Notifier.Functions.Composition;

namespace Notifier.Functions;

/// <summary>The entry of the Azure home, which the Functions host starts.</summary>
public static class Program
{
    public static void Main(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
#pragma warning disable RS0030 // the program's entry is where the wall clock comes in
        builder.Services.AddNotifier(builder.Configuration, SystemClock.Instance).AddFlowTelemetry(builder.Configuration);
#pragma warning restore RS0030
        builder.Build().Run();
    }
}
