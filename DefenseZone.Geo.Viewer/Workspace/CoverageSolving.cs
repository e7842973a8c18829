using System.Diagnostics;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// Answers the newest question of coverage beside the dispatcher: what was asked while another was worked out, and is
/// stale by then, is skipped. Used from the circuit's dispatcher only.
/// </summary>
/// <param name="changed">Told when it begins, is farther or ends.</param>
internal sealed class CoverageSolving(Func<Task> changed) : IDisposable
{
    // A question that comes while a quick one is worked out waits for it, so that the answer follows a slider; of a
    // long one nobody waits for the end.
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(400);

    private readonly Stopwatch _clock = new();
    private CancellationTokenSource _working = new();
    private bool _asked;
    private bool _solving;
    private bool _superseded;
    private CoverageProblem? _underWay;

    /// <summary>True while an answer is worked out.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>How far it is, 0 to 1.</summary>
    public double Progress { get; private set; }

    /// <summary>What kept the last work from an answer; none where nothing did.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Stops the work, and all that waits for it.</summary>
    public void Cancel()
    {
        _asked = false;
        _superseded = false;
        _working.Cancel();
    }

    /// <summary>Answers the newest question.</summary>
    /// <param name="problem">Gives the problem as it stands when its turn comes.</param>
    /// <param name="answered">Takes an answer and how long it took.</param>
    /// <param name="cancelled">Told where the work was stopped, or came to nothing.</param>
    public async Task SolveAsync(Func<CoverageProblem> problem, Func<CoverageReport, TimeSpan, Task> answered, Func<Task> cancelled)
    {
        _asked = true;
        if (_solving)
        {
            if (IsRunning && _clock.Elapsed > Long)
            {
                _superseded = true;
                await _working.CancelAsync();
            }

            return;
        }

        _solving = true;
        try
        {
            while (_asked)
            {
                _asked = false;
                await SolveOnceAsync(problem(), answered, cancelled);
            }
        }
        finally
        {
            _solving = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _working.Cancel();
        _working.Dispose();
    }

    private async Task SolveOnceAsync(CoverageProblem problem, Func<CoverageReport, TimeSpan, Task> answered, Func<Task> cancelled)
    {
        _underWay = problem;
        IsRunning = true;
        Progress = 0;
        Fault = null;
        _superseded = false;

        // Stopped when it had come to its end already.
        if (_working.IsCancellationRequested)
        {
            _working.Dispose();
            _working = new CancellationTokenSource();
        }

        _clock.Restart();
        await changed();
        var progress = new Progress<double>(share =>
        {
            if (!ReferenceEquals(problem, _underWay))
                return;
            Progress = share;
            _ = changed();
        });
        try
        {
            CancellationToken stop = _working.Token;

            // What is stopped is not waited for: the first look at a terrain may take its while to notice.
            CoverageReport report = await Task.Run(() => problem.Solve(progress, stop), stop).WaitAsync(stop);
            TimeSpan took = _clock.Elapsed;

            // The details are worked out when first asked for: not while the page is drawn.
            await Task.Run(() => _ = report.Gaps);
            IsRunning = false;
            await answered(report, took);
        }
        catch (OperationCanceledException)
        {
            IsRunning = false;
            if (_superseded)
                return;
            _asked = false;
            await cancelled();
        }
        catch (Exception fault) when (fault is TerrainException or ArgumentException)
        {
            // A file of the terrain that cannot be read, or a facility's height or range out of bounds: both say so.
            Fault = fault;
            IsRunning = false;
            await cancelled();
        }
    }
}
