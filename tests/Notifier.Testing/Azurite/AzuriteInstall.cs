using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Notifier.Testing.Azurite;

/// <summary>Azurite from npm, in the versions of package-lock.json, once per version below artifacts/.</summary>
internal static class AzuriteInstall
{
    private const string Done = "installed";

    private static readonly TimeSpan MostWait = TimeSpan.FromMinutes(10);

    /// <returns>The folder with node_modules.</returns>
    public static string Ensure()
    {
        var source = Path.GetDirectoryName(ThisFile())!;
        var lockFile = File.ReadAllBytes(Path.Combine(source, "package-lock.json"));
        var version = Convert.ToHexStringLower(SHA256.HashData(lockFile))[..12];
        var folder = Path.GetFullPath(Path.Combine(source, "..", "..", "..", "artifacts", "azurite", version));
        Directory.CreateDirectory(folder);
        using var turn = TakeTurn(Path.Combine(folder, "turn.lock"));
        File.Copy(Path.Combine(source, "end-with-parent.js"), Path.Combine(folder, "end-with-parent.js"), overwrite: true);
        if (!File.Exists(Path.Combine(folder, Done)))
        {
            Install(source, folder);
            File.WriteAllText(Path.Combine(folder, Done), "");
        }

        return folder;
    }

    /// <exception cref="InvalidOperationException">The program is not installed; says what to do.</exception>
    public static Process Run(string program, string arguments, string folder, Action<ProcessStartInfo>? set = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        set?.Invoke(start);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"These tests need Table Storage on this machine: '{program}' cannot be started. Install Node.js 20 or newer "
                + "with npm (https://nodejs.org), then run them again; they install Azurite themselves.",
                missing);
        }
    }

    private static void Install(string source, string folder)
    {
        foreach (var file in new[] { "package.json", "package-lock.json" })
        {
            File.Copy(Path.Combine(source, file), Path.Combine(folder, file), overwrite: true);
        }

        // On Windows npm is a script.
        var (program, first) = OperatingSystem.IsWindows() ? ("cmd", "/c npm ") : ("npm", "");
        using var npm = Run(program, $"{first}ci --ignore-scripts --no-audit --no-fund --loglevel=error", folder);
        npm.StandardInput.Close();
        var errors = npm.StandardError.ReadToEndAsync();
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"'npm ci' could not install Azurite for the tests: is the npm registry within reach? {errors.Result}");
        }
    }

    // Several test projects may start at once.
    private static FileStream TakeTurn(string path)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < MostWait)
            {
                Thread.Sleep(200);
            }
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
