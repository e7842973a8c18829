using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DefenseZone.Geo.Api.Tests.Hosting;

[TestClass]
public sealed class StartTests
{
    [TestMethod]
    public async Task A_setting_that_cannot_be_used_is_told_in_a_line()
    {
        (int exitCode, string errors) = await Start("--PublicUrl=ftp://example.org");
        exitCode.Should().Be(2);
        errors.Should().Contain("PublicUrl 'ftp://example.org'").And.NotContain("   at ");
    }

    [TestMethod]
    public async Task An_address_that_is_taken_is_told_in_a_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        (int exitCode, string errors) = await Start("--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        exitCode.Should().Be(2);
        errors.Should().Contain("address already in use").And.NotContain("   at ");
    }

    private static async Task<(int ExitCode, string Errors)> Start(params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "DefenseZone.Geo.Api.dll");
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, errors + await output);
    }
}
