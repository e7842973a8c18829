using System.Diagnostics;
using System.Text.Json;

namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class ProcessTests
{
    [TestMethod]
    public void The_program_answers_on_its_output_and_ends_with_zero()
    {
        Outcome outcome = DzgeoProcess.Run("coverage", TestFolder.NorthernBorder, "--format", "json");

        outcome.ExitCode.Should().Be(0);
        outcome.Error.Should().BeEmpty();
        using JsonDocument answer = JsonDocument.Parse(outcome.Output);
        answer.RootElement.GetProperty("gapCount").GetInt32().Should().BePositive();
    }

    [TestMethod]
    public void Errors_go_to_the_standard_error()
    {
        Outcome outcome = DzgeoProcess.Run("coverage", "/no/such/folder");

        outcome.ExitCode.Should().Be(1);
        outcome.Output.Should().BeEmpty();
        outcome.Error.Should().StartWith("dzgeo: ").And.NotContain("   at ");
    }

    [TestMethod]
    public void A_command_line_without_sense_ends_with_two() => DzgeoProcess.Run("coverage", "--radius", "far").ExitCode.Should().Be(2);

    [TestMethod]
    public void Version_is_printed() => DzgeoProcess.Run("--version").Output.Should().MatchRegex(@"^\d+\.\d+\.\d+");

    [TestMethod]
    public void Nothing_is_drawn_into_a_pipe()
    {
        Outcome outcome = DzgeoProcess.Run("gaps", TestFolder.NorthernBorder);

        outcome.Output.Should().Contain("Longest gap").And.NotContain("\u001b");
        outcome.Error.Should().BeEmpty("nobody watches, so there is no progress to draw");
    }

    [TestMethod]
    public void A_reader_that_goes_away_early_is_no_error()
    {
        using Process process = DzgeoProcess.Start("coverage", TestFolder.NorthernBorder, "--format", "geojson");
        process.StandardOutput.Close();

        process.WaitForExit();
        process.StandardError.ReadToEnd().Should().BeEmpty();
        process.ExitCode.Should().Be(0);
    }

    [TestMethod]
    [DataRow("INT", 130)]
    [DataRow("TERM", 143)]
    public void A_signal_ends_it_without_a_trace_and_without_half_a_plan(string signal, int exitCode)
    {
        using var folder = new TestFolder();
        using Process process = DzgeoProcess.Start("sample", "--size", "L", "--seed", "1", "--out", folder["plan"]);

        // Making up a large plan takes seconds: long enough that it is at work, whatever the machine.
        Thread.Sleep(600);
        DzgeoProcess.Signal(process, signal);

        process.WaitForExit();
        process.ExitCode.Should().Be(exitCode);
        process.StandardError.ReadToEnd().Should().BeEmpty();
        folder.Names.Should().BeEmpty("nothing half written may stay behind");
    }
}
