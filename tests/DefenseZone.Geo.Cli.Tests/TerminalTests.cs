using System.Diagnostics;
using System.Globalization;

namespace DefenseZone.Geo.Cli.Tests;

/// <summary>The program in a real terminal: tmux is one that can be asked what it shows.</summary>
[TestClass]
public sealed class TerminalTests
{
    private const string Finished = "finished with ";

    [TestInitialize]
    public void A_terminal_is_needed()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "tmux"))))
            Assert.Fail("What a terminal shows is checked in one: install Debian's tmux.");
    }

    [TestMethod]
    [DataRow(80)]
    [DataRow(120)]
    public void Answers_are_drawn_to_the_width_of_the_terminal(int width)
    {
        string shown = Show(width, $"coverage '{TestFolder.NorthernBorder}'");

        shown.Should().Contain(Finished + "0");
        string[] lines = shown.Split('\n');
        lines.Single(line => line.StartsWith("depth ", StringComparison.Ordinal)).TrimEnd().Length.Should().BeInRange(width - 10, width);
        lines.Single(line => line.StartsWith("gaps ", StringComparison.Ordinal)).Should().Contain("▀");
        lines.Single(line => line.StartsWith("km ", StringComparison.Ordinal)).Should().Contain("╵100");
        lines.Should().Contain(line => line.Contains("───"));
    }

    [TestMethod]
    public void Colours_are_drawn_unless_they_are_refused()
    {
        Show(80, $"coverage '{TestFolder.NorthernBorder}'", withEscapes: true).Should().Contain("\u001b[");
        Show(80, $"coverage '{TestFolder.NorthernBorder}'", "NO_COLOR=1", withEscapes: true).Should().Contain("▀").And.NotContain("\u001b[3");
    }

    [TestMethod]
    public void Ctrl_C_leaves_a_clean_line_and_no_plan()
    {
        using var folder = new TestFolder();
        using var terminal = new Tmux(80);
        terminal.Type($"dotnet '{DzgeoProcess.Program}' sample --size L --out '{folder["plan"]}'; echo {Finished}$?", "Enter");
        terminal.WaitFor("making up").Should().NotContain(Finished);

        terminal.Type("C-c");

        terminal.WaitFor(Finished + "130").Should().NotContain("making up").And.NotContain("   at ");
        folder.Names.Should().BeEmpty();
    }

    private static string Show(int width, string arguments, string environment = "A=1", bool withEscapes = false)
    {
        using var terminal = new Tmux(width);
        terminal.Type($"{environment} dotnet '{DzgeoProcess.Program}' {arguments}; echo {Finished}$?", "Enter");
        string shown = terminal.WaitFor(Finished);
        return withEscapes ? terminal.Capture(withEscapes: true) : shown;
    }

    private sealed class Tmux : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

        private readonly string _socket = "dzgeo-" + Guid.NewGuid().ToString("N");

        public Tmux(int width)
        {
            string columns = width.ToString(CultureInfo.InvariantCulture);

            // The prompt is empty and the typed line is hidden, so that only answers are shown.
            Run("-f", "/dev/null", "new-session", "-d", "-s", "dzgeo", "-x", columns, "-y", "60", "env PS1= sh");
            Type("stty -echo; clear", "Enter");
        }

        public void Type(params string[] keys) => Run(["send-keys", "-t", "dzgeo", .. keys]);

        public string Capture(bool withEscapes = false) => Run(withEscapes ? ["capture-pane", "-t", "dzgeo", "-p", "-e"] : ["capture-pane", "-t", "dzgeo", "-p"]);

        /// <summary>Waits until the terminal shows a text; what it shows then.</summary>
        public string WaitFor(string text)
        {
            long start = Stopwatch.GetTimestamp();
            while (true)
            {
                string shown = Capture();

                // The typed line holds "finished with $?", so a digit is waited for.
                int at = shown.LastIndexOf(text, StringComparison.Ordinal);
                if (at >= 0 && (text != Finished || (at + text.Length < shown.Length && char.IsAsciiDigit(shown[at + text.Length]))))
                    return shown;
                if (Stopwatch.GetElapsedTime(start) > Patience)
                    throw new AssertFailedException($"The terminal never showed '{text}' but: {shown}");
                Thread.Sleep(50);
            }
        }

        public void Dispose() => Run("kill-server");

        private string Run(params string[] arguments)
        {
            var start = new ProcessStartInfo("tmux") { UseShellExecute = false, RedirectStandardOutput = true };
            start.Environment["LC_ALL"] = "C.UTF-8";
            start.Environment["COLORTERM"] = "truecolor";
            foreach (string argument in (string[])["-L", _socket, "-u", .. arguments])
                start.ArgumentList.Add(argument);
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
    }
}
