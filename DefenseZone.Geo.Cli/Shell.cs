using System.Text;

namespace DefenseZone.Geo.Cli;

/// <summary>What is known of the screen behind an output.</summary>
/// <param name="IsTerminal">False for a pipe or a file: plain text then, and no drawing.</param>
/// <param name="Width">In columns.</param>
/// <param name="Colour">True where colours are wanted and can be shown.</param>
internal sealed record Screen(bool IsTerminal, int Width, bool Colour)
{
    /// <summary>A pipe or a file.</summary>
    public static Screen None { get; } = new(IsTerminal: false, Width: 80, Colour: false);
}

/// <summary>The surroundings of one run: where its output and its errors go, and when it has to stop.</summary>
internal sealed record Shell
{
    /// <summary>Opens the standard output for bytes; the caller flushes and closes what it gets.</summary>
    public required Func<Stream> OpenOutput { get; init; }

    /// <summary>The standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The screen that the output is drawn on.</summary>
    public Screen Screen { get; init; } = Screen.None;

    /// <summary>Whether somebody watches the standard error, so that progress may be drawn there.</summary>
    public bool ErrorIsWatched { get; init; }

    /// <summary>Cancelled when the run has to stop.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The shell that this process was started from.</summary>
    public static Shell OfProcess(CancellationToken cancellation)
    {
        bool dumb = string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        return new Shell
        {
            OpenOutput = Console.OpenStandardOutput,
            Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false), 256) { AutoFlush = true },
            Screen = Console.IsOutputRedirected ? Screen.None : OfConsole(dumb),
            ErrorIsWatched = !dumb && !Console.IsErrorRedirected,
            Cancellation = cancellation,
        };
    }

    private static Screen OfConsole(bool dumb)
    {
        // https://no-color.org: any value but an empty one says no.
        bool refused = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        int width = Console.WindowWidth;
        return new Screen(IsTerminal: true, width > 0 ? width : 80, Colour: !dumb && !refused);
    }
}
