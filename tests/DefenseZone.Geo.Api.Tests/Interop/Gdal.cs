using System.Diagnostics;

namespace DefenseZone.Geo.Api.Tests.Interop;

/// <summary>Runs GDAL's programs.</summary>
internal static class Gdal
{
    public static void Require()
    {
        bool isThere = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "ogr2ogr")));
        if (!isThere)
            Assert.Fail("The API is checked against GDAL: install Debian's gdal-bin.");
    }

    /// <summary>What a program says; it has to end well.</summary>
    public static async Task<string> Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, errors);
        errors.Should().NotContain("ERROR");
        return await output;
    }
}
