using System.Diagnostics;
using System.Text.Json;

namespace DefenseZone.Geo.Bench;

/// <summary>
/// A Python process that keeps a plan in memory and does a work each time it is told to, timing itself: so its runs
/// can take turns with ours.
/// </summary>
internal sealed class PythonPeer : IDisposable
{
    private readonly Process _process;

    public PythonPeer(string python, string script, string folder)
    {
        var start = new ProcessStartInfo(python, [script, "--worker", folder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{python} does not start.");
        string? ready = _process.StandardOutput.ReadLine();
        if (!string.Equals(ready, "ready", StringComparison.Ordinal))
            throw new InvalidOperationException($"{script} did not get ready: {ready}");
    }

    public Contender Contender(string work, string name, string order) => new(work, name, false, 1, () => Do(order));

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private Run Do(string order)
    {
        _process.StandardInput.WriteLine(order);
        _process.StandardInput.Flush();
        string line = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"The Python peer ended while doing '{order}'.");
        using var answer = JsonDocument.Parse(line);
        return new Run(
            answer.RootElement.GetProperty("seconds").GetDouble(),
            answer.RootElement.GetProperty("answers").EnumerateObject()
                .ToDictionary(entry => entry.Name, entry => entry.Value.GetDouble(), StringComparer.Ordinal));
    }
}
