using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace DefenseZone.Geo.Tests.Independent;

/// <summary>Runs a program that is not ours over many lines at once, to check our numbers by its own.</summary>
internal static class IndependentTool
{
    /// <summary>What the program prints, line by line. A missing program or a failure fails the test.</summary>
    internal static string[] Run(string program, IEnumerable<string> arguments, IEnumerable<string> lines)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        Process? started;
        try
        {
            started = Process.Start(start);
        }
        catch (Win32Exception missing)
        {
            throw new AssertFailedException($"{program} is needed to check against: install Debian's proj-bin, gdal-bin, python3-pyproj, python3-shapely and python3-skimage.", missing);
        }

        using Process process = started ?? throw new AssertFailedException($"{program} did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        try
        {
            foreach (string line in lines)
                process.StandardInput.WriteLine(line);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all; its exit code and messages say why.
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new AssertFailedException($"{program} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
        return output.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A number as every program reads it, with all its digits.</summary>
    internal static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The numbers of a line, separated by white space.</summary>
    internal static double[] Numbers(string line) =>
        [.. line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
}
