using System.Diagnostics;
using System.Text.Json;

namespace DefenseZone.Geo.Bench;

/// <summary>A program started afresh for each run, timed from start to exit, its answer read from standard output.</summary>
internal sealed class WholeProcess(string program, params string[] arguments)
{
    private static readonly string[] Compared = ["borderMetres", "coveredMetres", "gapCount"];

    /// <summary>
    /// Runs it once. Its output goes to a file, not through a pipe to this process: who reads a long answer must not
    /// slow down who writes it.
    /// </summary>
    public Run Do()
    {
        string output = Path.GetTempFileName();
        try
        {
            long begin = Stopwatch.GetTimestamp();
            using Process process = StartInto(output);
            process.WaitForExit();
            double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
            return new Run(seconds, Answers(output));
        }
        finally
        {
            File.Delete(output);
        }
    }

    /// <summary>The most memory that a run of its own held at once (VmHWM), in megabytes; asked for every few milliseconds.</summary>
    public double PeakMegabytes()
    {
        using Process process = StartInto("/dev/null");
        double peak = 0;
        while (!process.WaitForExit(2))
            peak = Math.Max(peak, HighWaterMegabytes(process.Id));
        return peak;
    }

    // The shell replaces itself by the program: one process, started a millisecond later.
    private Process StartInto(string output) =>
        Process.Start("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" > \"$out\"", "sh", output, program, .. arguments]);

    // What is written for people is not read back.
    private static Dictionary<string, double> Answers(string output)
    {
        using FileStream stream = File.OpenRead(output);
        if (stream.ReadByte() != '{')
            return new Dictionary<string, double>(StringComparer.Ordinal);
        stream.Position = 0;
        using var answer = JsonDocument.Parse(stream);
        return Compared.ToDictionary(name => name, name => answer.RootElement.GetProperty(name).GetDouble(), StringComparer.Ordinal);
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
