using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class ReadmeTranscriptTests
{
    [TestMethod]
    public void The_transcript_of_the_readme_is_what_the_program_says()
    {
        string root = RepositoryRoot();
        Match transcript = Regex.Match(
            File.ReadAllText(Path.Combine(root, "README.md")),
            @"```console\n\$ \./dzgeo (?<arguments>[^\n]*)\n(?<output>.*?)```",
            RegexOptions.Singleline,
            TimeSpan.FromSeconds(5));
        string[] arguments = transcript.Groups["arguments"].Value.Split(' ');
        arguments[^1] = Path.Combine(root, arguments[^1]);

        Outcome outcome = Dzgeo.Run(arguments);

        outcome.Error.Should().BeEmpty();
        outcome.Output.Should().Be(transcript.Groups["output"].Value);
    }

    private static string RepositoryRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
