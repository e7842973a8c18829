using System.Diagnostics;
using System.Globalization;

namespace DefenseZone.Geo.Cli.Output;

/// <summary>
/// How far a long work is, on one line of the standard error that is gone when the work is done. Nothing is drawn
/// where nobody watches, nor in the first third of a second.
/// </summary>
internal sealed class ProgressLine(Shell shell) : IDisposable
{
    private const int FirstMilliseconds = 300;
    private const int BetweenMilliseconds = 100;

    private readonly Lock _drawing = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private double _nextMilliseconds = FirstMilliseconds;
    private string _step = string.Empty;
    private bool _drawn;

    /// <summary>The progress of one step of the work, from 0 to 1.</summary>
    public IProgress<double> Step(string name) => new Reporter(this, name);

    /// <summary>Names a step that does not say how far it is.</summary>
    public void Show(string step) => Draw(step, string.Empty);

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        lock (_drawing)
        {
            if (_drawn)
                shell.Error.Write("\r\e[K");
            _drawn = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void Draw(string step, string share)
    {
        if (!shell.ErrorIsWatched)
            return;
        double elapsed = Stopwatch.GetElapsedTime(_start).TotalMilliseconds;
        lock (_drawing)
        {
            // A new step is shown at once, once anything is.
            bool isNew = elapsed >= FirstMilliseconds && !string.Equals(step, _step, StringComparison.Ordinal);
            if (elapsed < _nextMilliseconds && !isNew)
                return;
            _nextMilliseconds = elapsed + BetweenMilliseconds;
            _step = step;
            _drawn = true;
            shell.Error.Write($"\r\e[K{step} {share}");
        }
    }

    // Not Progress<T>: that one reports later, from other threads, perhaps after the line is gone.
    private sealed class Reporter(ProgressLine line, string step) : IProgress<double>
    {
        public void Report(double value) =>
            line.Draw(step, Math.Floor(Math.Clamp(value, 0, 1) * 100).ToString("0", CultureInfo.InvariantCulture) + " %");
    }
}
