using System.Runtime.InteropServices;

namespace DefenseZone.Geo.Cli;

/// <summary>
/// Turns the first Ctrl-C or SIGTERM into a cancelled token, so that the work stops where it stands and tidies up
/// after itself. A second one ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>What the process says when a signal ended it.</summary>
    public int ExitCode { get; private set; } = ExitCodes.Interrupted;

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
            return;
        context.Cancel = true;
        if (context.Signal == PosixSignal.SIGTERM)
            ExitCode = ExitCodes.Terminated;
        _source.Cancel();
    }
}
