using System.Diagnostics;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>
/// Work of an analysis that is started, shows how far it is, and can be stopped. Belongs to one circuit and is used
/// from its dispatcher only; the work itself is done beside it.
/// </summary>
/// <param name="changed">Told of each change.</param>
/// <param name="explain">What an exception says to the planner, in the language at the time; none where it is a fault of the program.</param>
public abstract class AnalysisRun(Func<Task> changed, Func<Exception, string?>? explain) : IDisposable
{
    private Exception? _fault;
    private readonly Stopwatch _clock = new();
    private bool _superseded;

    /// <summary>True while it works.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>True where the last work was stopped before it had an answer.</summary>
    public bool WasStopped { get; private set; }

    /// <summary>What kept the last work from an answer, in words; empty where nothing did.</summary>
    public string Fault => _fault is { } fault ? Explained(fault) ?? string.Empty : string.Empty;

    /// <summary>How far it is, 0 to 1; none where that is not known.</summary>
    public virtual double? Share => null;

    /// <summary>How long the last work has taken, or took.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    private CancellationTokenSource? Stop { get; set; }

    /// <summary>Stops the work. Work that has an answer by then keeps it.</summary>
    public void Cancel() => Stop?.Cancel();

    /// <summary>Stops the work because another is to be done instead: nobody is told that it was stopped.</summary>
    internal void Supersede()
    {
        _superseded = true;
        Cancel();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop?.Cancel();
        Stop?.Dispose();
        Stop = null;
        GC.SuppressFinalize(this);
    }

    /// <summary>Does the work, and takes its answer.</summary>
    private protected async Task RunAsync<T>(Func<CancellationToken, T> work, Action<T> take)
    {
        Stop?.Dispose();
        var stop = Stop = new CancellationTokenSource();
        IsRunning = true;
        WasStopped = _superseded = false;
        _fault = null;
        _clock.Restart();
        await changed();
        try
        {
            // Not given the token: what was stopped may still have an answer, the best so far.
            take(await Task.Run(() => work(stop.Token)));
        }
        catch (OperationCanceledException)
        {
            WasStopped = !_superseded;
        }
        catch (Exception e) when (Explained(e) is not null)
        {
            _fault = e;
        }
        finally
        {
            _clock.Stop();
            IsRunning = false;
        }

        await changed();
    }

    // What is asked contradicts itself or the plan: the library says how.
    private string? Explained(Exception fault) =>
        explain?.Invoke(fault) ?? (fault is ArgumentException ? fault.Message.Split(" (Parameter")[0] : null);

    /// <summary>Says that something has changed.</summary>
    private protected Task TellAsync() => changed();
}

/// <summary>Work with progress of one type and an answer of another.</summary>
/// <typeparam name="TProgress">What it tells on its way.</typeparam>
/// <typeparam name="TAnswer">What it comes to.</typeparam>
/// <param name="changed">Told of each change.</param>
/// <param name="share">How far it is, from what it tells; none where that is not known.</param>
/// <param name="explain">What an exception says to the planner, besides that of an argument.</param>
public sealed class AnalysisRun<TProgress, TAnswer>(Func<Task> changed, Func<TProgress, double?>? share = null, Func<Exception, string?>? explain = null)
    : AnalysisRun(changed, explain)
    where TAnswer : class
{
    // Nobody reads faster, and each telling draws the panel anew.
    private static readonly TimeSpan LeastBetweenTellings = TimeSpan.FromMilliseconds(120);
    private long _told;

    /// <summary>What it told last; none before it has.</summary>
    public TProgress? Latest { get; private set; }

    /// <summary>The last answer; while another is worked out, the one before.</summary>
    public TAnswer? Answer { get; private set; }

    /// <inheritdoc/>
    public override double? Share => IsRunning && Latest is { } latest && share is not null ? share(latest) : null;

    /// <summary>Does the work. While it is being done already, nothing happens.</summary>
    public Task StartAsync(Func<IProgress<TProgress>, CancellationToken, TAnswer> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (IsRunning)
            return Task.CompletedTask;
        Latest = default;

        // Made here, so that it tells on the dispatcher.
        var progress = new Progress<TProgress>(Tell);
        return RunAsync(stop => work(progress, stop), answer => Answer = answer);
    }

    /// <summary>Forgets the answer.</summary>
    public void Forget() => Answer = null;

    private void Tell(TProgress latest)
    {
        if (!IsRunning)
            return;
        Latest = latest;
        if (Stopwatch.GetElapsedTime(_told) < LeastBetweenTellings)
            return;
        _told = Stopwatch.GetTimestamp();
        _ = TellAsync();
    }
}
