using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Notifier.Testing.Npm;

/// <summary>What tests need from npm, in the versions of a package-lock.json, once per version below artifacts/.</summary>
public static class NpmPackages
{
    private const string Done = "installed";

    private static readonly TimeSpan MostWait = TimeSpan.FromMinutes(10);

    /// <param name="source">The folder with package.json, package-lock.json and the scripts that use the packages.</param>
    /// <param name="name">Of the folder below artifacts/.</param>
    /// <returns>The folder with node_modules and the scripts.</returns>
    /// <exception cref="InvalidOperationException">Node.js or the registry is missing; says what to do.</exception>
    public static string Ensure(string source, string name)
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(source, "package-lock.json"))))[..12];
        var folder = Path.Combine(Repository.PathOf("artifacts"), name, version);
        Directory.CreateDirectory(folder);
        using var turn = TakeTurn(Path.Combine(folder, "turn.lock"));
        foreach (var file in Directory.EnumerateFiles(source).Where(file => Path.GetExtension(file) is ".json" or ".js" or ".mjs"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        if (!File.Exists(Path.Combine(folder, Done)))
        {
            Install(name, folder);
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
                $"These tests need Node.js: '{program}' cannot be started. Install Node.js 20 or newer with npm "
                + "(https://nodejs.org), then run them again; they install the packages they use themselves.",
                missing);
        }
    }

    private static void Install(string name, string folder)
    {
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
                $"'npm ci' could not install {name} for the tests: is the npm registry within reach? {errors.Result}");
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
}
