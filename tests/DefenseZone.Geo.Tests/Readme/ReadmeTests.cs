using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DefenseZone.Geo.Tests.Readme;

[TestClass]
public sealed class ReadmeTests
{
    private static readonly string Root = RepositoryRoot();

    [TestMethod]
    public void The_example_of_the_readme_is_what_is_compiled_here()
    {
        string source = File.ReadAllText(Path.Combine(Root, "tests/DefenseZone.Geo.Tests/Readme/ReadmeExample.cs"));
        string example = Regex.Match(source, "// README begins\n(?<code>.*?)\n *// README ends", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups["code"].Value;
        string unindented = string.Join('\n', example.Split('\n').Select(line => line.Length > 8 ? line[8..] : line))
            .Replace("output.", "Console.", StringComparison.Ordinal);

        Block("csharp").Should().Contain(unindented);
    }

    [TestMethod]
    public void The_example_of_the_readme_prints_what_the_readme_says()
    {
        string here = Environment.CurrentDirectory;
        using var output = new StringWriter { NewLine = "\n" };
        try
        {
            Environment.CurrentDirectory = Root;
            ReadmeExample.Run(output);
        }
        finally
        {
            Environment.CurrentDirectory = here;
        }

        Block("text").Trim().Should().Be(output.ToString().Trim());
    }

    [TestMethod]
    public void Links_of_the_documents_lead_somewhere()
    {
        string[] documents = [Path.Combine(Root, "README.md"), Path.Combine(Root, "CONTRIBUTING.md"), .. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)];
        foreach (string document in documents)
        {
            foreach (Match link in Regex.Matches(File.ReadAllText(document), @"\]\((?<path>[^)#:]+)(?<anchor>#[^)]*)?\)", RegexOptions.None, TimeSpan.FromSeconds(5)))
            {
                string target = Path.Combine(Path.GetDirectoryName(document)!, link.Groups["path"].Value);
                (File.Exists(target) || Directory.Exists(target)).Should().BeTrue($"{document} links to {link.Groups["path"].Value}");
            }
        }
    }

    private static string Block(string language) => Regex.Match(
        File.ReadAllText(Path.Combine(Root, "README.md")),
        $"```{language}\n(?<block>.*?)```",
        RegexOptions.Singleline,
        TimeSpan.FromSeconds(5)).Groups["block"].Value;

    private static string RepositoryRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
