using System.Diagnostics;

namespace Notifier.Adapters.Tests.Crash;

/// <summary>A process that writes to a store until it is killed (SIGKILL on Unix): no handler of its own runs.</summary>
internal static class CrashChild
{
    /// <param name="dataFolder">Where it writes.</param>
    /// <param name="session">Tells its rows and messages from those of earlier processes.</param>
    /// <param name="afterLines">Killed when it has said so much, however slow the machine is.</param>
    /// <param name="afterMilliseconds">Killed then at the latest.</param>
    /// <returns>The lines it had said in full when it ended.</returns>
    public static async Task<IReadOnlyList<string>> RunAndKillAsync(
        string dataFolder, string session, int afterLines, int afterMilliseconds)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Notifier.CrashChild.dll"));
        start.ArgumentList.Add(dataFolder);
        start.ArgumentList.Add(session);
        using var child = Process.Start(start)!;
        var errors = child.StandardError.ReadToEndAsync();
        var said = new List<string>();
        var enough = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            var text = new System.Text.StringBuilder();
            var buffer = new char[16_384];
            int count;
            while ((count = await child.StandardOutput.ReadAsync(buffer)) > 0)
            {
                text.Append(buffer, 0, count);
                afterLines -= buffer.AsSpan(0, count).Count('\n');
                if (afterLines <= 0)
                {
                    enough.TrySetResult();
                }
            }

            // What follows the last line break was cut off.
            said.AddRange(text.ToString().Split('\n')[..^1]);
        });

        await Task.WhenAny(enough.Task, Task.Delay(afterMilliseconds));
        child.Kill();
        await child.WaitForExitAsync();
        await reading;
        Assert.Equal("", await errors);
        return said;
    }
}
