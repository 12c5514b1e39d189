using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using Notifier.Testing.Npm;

namespace Notifier.Testing.Azurite;

/// <summary>
/// Azurite's table service in a process of its own, on a free port, in memory. It is installed on first use and ends
/// with this process, however that ends.
/// </summary>
public sealed class AzuriteServer : IDisposable
{
    /// <summary>Base64, of every account of this server.</summary>
    public const string Key = "bm90aWZpZXItdGVzdHM=";

    private const int Accounts = 3000;

    private static readonly Lazy<AzuriteServer> SharedServer = new(Start);

    private readonly Process process;
    private int lastAccount;

    private AzuriteServer(Process process, int port) => (this.process, Port) = (process, port);

    /// <summary>The one that all tests of a process use, each with accounts of its own.</summary>
    public static AzuriteServer Shared => SharedServer.Value;

    public int Port { get; }

    public bool HasEnded => process.HasExited;

    public static AzuriteServer Start()
    {
        var install = NpmPackages.Ensure(Path.GetDirectoryName(ThisFile())!, "azurite");
        var output = "";
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            // Between choosing a port and using it somebody else may take it: hence several attempts.
            var port = FreePort();
            var process = NpmPackages.Run(
                "node",
                $"--require ./end-with-parent.js node_modules/azurite/dist/src/table/main.js --silent --disableTelemetry "
                + $"--inMemoryPersistence --skipApiVersionCheck --tableHost 127.0.0.1 --tablePort {port}",
                install,
                start => start.Environment["AZURITE_ACCOUNTS"] = AccountList());
            output = WaitUntilStarted(process);
            if (output.Contains("successfully started", StringComparison.Ordinal))
            {
                return new AzuriteServer(process, port);
            }

            process.Kill(entireProcessTree: true);
            process.Dispose();
        }

        throw new InvalidOperationException($"Azurite did not start: {output}");
    }

    /// <returns>An account that nobody else uses: its tables are its own.</returns>
    public AzuriteAccount NewAccount()
    {
        var number = Interlocked.Increment(ref lastAccount);
        return number <= Accounts
            ? new AzuriteAccount(Name(number), new Uri($"http://127.0.0.1:{Port}/{Name(number)}"), Key)
            : throw new InvalidOperationException($"All {Accounts} accounts are used: raise their number.");
    }

    /// <summary>Closes the pipe that holds it, as the system does when this process dies.</summary>
    public void LetGo() => process.StandardInput.Close();

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static string WaitUntilStarted(Process process)
    {
        var output = new StringBuilder();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            output.AppendLine(line);
            if (line.Contains("successfully started", StringComparison.Ordinal))
            {
                // Nothing reads on: with --silent nothing more is written.
                return output.ToString();
            }
        }

        return output + process.StandardError.ReadToEnd();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string AccountList() =>
        string.Join(';', Enumerable.Range(1, Accounts).Select(number => $"{Name(number)}:{Key}"));

    private static string Name(int number) => $"test{number:D5}";

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
