using System.Diagnostics;

namespace Notifier.Adapters.Tests.Crash;

/// <summary>A process that writes to a store until it is killed (SIGKILL on Unix): no handler of its own runs.</summary>
internal static class CrashChild
{
    /// <returns>The lines it had said in full when it ended.</returns>
    public static async Task<IReadOnlyList<string>> RunAndKillAsync(string dataFolder, string session, int beforeReady, int afterReady)
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
        var ready = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            var text = new System.Text.StringBuilder();
            var buffer = new char[16_384];
            int count;
            while ((count = await child.StandardOutput.ReadAsync(buffer)) > 0)
            {
                text.Append(buffer, 0, count);
                ready.TrySetResult();
            }

            // What follows the last line break was cut off.
            said.AddRange(text.ToString().Split('\n')[..^1]);
        });

        // A moment before it is ready kills it while it opens the store.
        await Task.WhenAny(ready.Task, Task.Delay(beforeReady));
        await Task.Delay(ready.Task.IsCompleted ? afterReady : 0);
        child.Kill();
        await child.WaitForExitAsync();
        await reading;
        Assert.Equal("", await errors);
        return said;
    }
}
