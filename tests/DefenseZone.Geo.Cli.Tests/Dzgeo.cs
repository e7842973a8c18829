using System.Text;

namespace DefenseZone.Geo.Cli.Tests;

/// <summary>The program run within the test: quicker, and with whatever screen a test needs.</summary>
internal static class Dzgeo
{
    /// <summary>Runs it with its output in a pipe.</summary>
    public static Outcome Run(params string[] arguments) => Run(Screen.None, arguments);

    /// <summary>Runs it on a screen.</summary>
    public static Outcome Run(Screen screen, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var shell = new Shell { OpenOutput = () => output, Error = error, Screen = screen };
        int exitCode = CommandLine.Run(arguments, shell);
        return new Outcome(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
