using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DefenseZone.Geo.Tests.Independent;

/// <summary>A PostgreSQL server of the test's own, with PostGIS and pgRouting: on a free loopback port, in a temporary folder, gone with it.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string Programs = "/usr/lib/postgresql/15/bin/";

    private readonly string _folder = Directory.CreateTempSubdirectory("dzgeo-postgres-").FullName;
    private readonly int _port = FreePort();

    internal PostgresServer()
    {
        // PostgreSQL does not run as root: its own user gets the folder.
        Run("chown", ["postgres:postgres", _folder]);
        AsPostgres(Programs + "initdb", "-D", Data, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        AsPostgres(
            Programs + "pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"),
            "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -k {_folder} -c fsync=off -c max_connections=10", "start");
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Runs statements; what they print, line by line, columns separated by spaces.</summary>
    internal string[] Query(IEnumerable<string> statements) => IndependentTool.Run(
        "psql", ["-h", "127.0.0.1", "-p", $"{_port}", "-U", "postgres", "-d", "postgres", "-q", "-A", "-t", "-F", " ", "-v", "ON_ERROR_STOP=1", "-f", "-"], statements);

    public void Dispose()
    {
        try
        {
            AsPostgres(Programs + "pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static void AsPostgres(string program, params string[] arguments) => Run("runuser", ["-u", "postgres", "--", program, .. arguments]);

    // The server inherits what its starter writes to: reading that to its end would wait for the server.
    private static void Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" > /dev/null 2>&1", "sh", program, .. arguments]) { UseShellExecute = false, WorkingDirectory = "/" };
        using Process process = Process.Start(start) ?? throw new AssertFailedException($"{program} did not start.");
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new AssertFailedException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: Debian's postgresql-15-postgis-3, postgresql-15-pgrouting and util-linux are needed, and root.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
