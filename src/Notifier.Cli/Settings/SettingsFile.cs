using Microsoft.Extensions.Configuration;
using Notifier.Cli.CommandLine;

namespace Notifier.Cli.Settings;

/// <summary>The settings of this process: <c>appsettings.json</c> of the working folder, then the environment above it.</summary>
public static class SettingsFile
{
    /// <exception cref="CommandException">The file is no JSON.</exception>
    public static IConfiguration Read()
    {
        const string Name = "appsettings.json";
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(Environment.CurrentDirectory)
                .AddJsonFile(Name, optional: true, reloadOnChange: false)
                .AddEnvironmentVariables()
                .Build();
        }
        catch (InvalidDataException unreadable)
        {
            var cause = unreadable.InnerException?.Message ?? unreadable.Message;
            throw CommandException.BadInput($"{Name} of {Environment.CurrentDirectory} cannot be read: {cause} Mend it, or move it away.");
        }
    }
}
