using System.Diagnostics;
using System.Text.Json;

namespace DefenseZone.Geo.Bench;

/// <summary>A program started afresh for each run, timed from start to exit, its answer read from standard output.</summary>
internal sealed class WholeProcess(string program, params string[] arguments)
{
    private static readonly string[] Compared = ["borderMetres", "coveredMetres", "gapCount"];

    public Run Do()
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        using var answer = JsonDocument.Parse(text);
        return new Run(
            seconds,
            Compared.ToDictionary(name => name, name => answer.RootElement.GetProperty(name).GetDouble(), StringComparer.Ordinal));
    }

    /// <summary>The most memory that a run of its own held at once (VmHWM), in megabytes; asked for every few milliseconds.</summary>
    public double PeakMegabytes()
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        double peak = 0;
        while (!process.WaitForExit(2))
            peak = Math.Max(peak, HighWaterMegabytes(process.Id));
        output.Wait();
        return peak;
    }

    private static double HighWaterMegabytes(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) / 1024;
        }
        catch (IOException)
        {
            // It ended between the two questions.
            return 0;
        }
    }
}
