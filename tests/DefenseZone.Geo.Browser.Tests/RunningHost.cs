using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>The real host, started as a process of its own on a free port of this machine.</summary>
internal sealed partial class RunningHost : IDisposable
{
    private readonly Process _process;

    private RunningHost(Process process, string address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Starts it over a folder of plans, and waits until it listens.</summary>
    public static async Task<RunningHost> StartAsync(string plansFolder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in (string[])[Repository.HostProgram, "--urls", "http://127.0.0.1:0", "--Plans:Folder", plansFolder, "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"])
            start.ArgumentList.Add(argument);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var said = new ConcurrentQueue<string>();
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(object sender, DataReceivedEventArgs line)
        {
            said.Enqueue(line.Data ?? string.Empty);
            if (ListeningLine().Match(line.Data ?? string.Empty) is { Success: true } match)
                listening.TrySetResult(match.Groups["address"].Value);
        }

        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The host did not start:\n" + string.Join('\n', said)));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new RunningHost(process, await listening.Task);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListeningLine();
}
