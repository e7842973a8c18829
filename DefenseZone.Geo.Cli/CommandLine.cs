using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using DefenseZone.Geo.Cli.Commands;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Io;

namespace DefenseZone.Geo.Cli;

/// <summary><c>dzgeo</c>: the verbs, and the one place where what goes wrong becomes a message and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(string[] arguments, Shell shell)
    {
        RootCommand root = Verbs(shell, arguments.Length > 0 ? arguments[0] : string.Empty);
        ParseResult parsed = root.Parse(WordLists.Spread(arguments), new ParserConfiguration { ResponseFileTokenReplacer = null });

        // Help, version and completion are actions of their own symbols; a verb's action is the verb's.
        bool explains = parsed.Action is not (null or ParseErrorAction) && parsed.Action != parsed.CommandResult.Command.Action;
        if (!explains && (parsed.Errors.Count > 0 || parsed.UnmatchedTokens.Count > 0 || parsed.Action is null))
            return UsageErrors.Report(parsed, shell);
        return Guarded(parsed, shell, explains);
    }

    // Where the line begins with a verb no other bears on it, and making them all takes longer than a small plan.
    private static RootCommand Verbs(Shell shell, string first)
    {
        (string Name, Func<Shell, Command> Build)[] verbs =
        [
            ("coverage", CoverageCommand.Build),
            ("gaps", GapsCommand.Build),
            ("zones", ZonesCommand.Build),
            ("site", SiteCommand.Build),
            ("sight", SightCommand.Build),
            ("viewshed", ViewshedCommand.Build),
            ("profile", ProfileCommand.Build),
            ("highs", HighsCommand.Build),
            ("roads", RoadsCommand.Build),
            ("validate", ValidateCommand.Build),
            ("convert", ConvertCommand.Build),
            ("sample", SampleCommand.Build),
        ];
        var root = new RootCommand("Coverage and gaps of a border by its posts and bases, and where the next ones go: exact, on the WGS84 ellipsoid.");
        bool begins = Array.Exists(verbs, verb => verb.Name == first);
        foreach ((string name, Func<Shell, Command> build) in verbs)
        {
            if (!begins || name == first)
                root.Add(build(shell));
        }

        root.TreatUnmatchedTokensAsErrors = false;
        foreach (Command verb in root.Subcommands)
        {
            verb.TreatUnmatchedTokensAsErrors = false;
            foreach (Command part in verb.Subcommands)
                part.TreatUnmatchedTokensAsErrors = false;
        }

        foreach (Option option in root.Options)
        {
            if (option is HelpOption help)
                help.Action = new HelpPage((HelpAction)help.Action!);
        }

        return root;
    }

    private static int Guarded(ParseResult parsed, Shell shell, bool explains)
    {
        try
        {
            if (!explains)
                return parsed.Invoke(new InvocationConfiguration { Error = shell.Error, EnableDefaultExceptionHandler = false });
            using var output = new StreamWriter(shell.OpenOutput(), new UTF8Encoding(false));
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = shell.Error, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (PlanException exception)
        {
            ProblemList.WritePlain(shell.Error, exception.Problems, exception.OmittedProblems);
            return ExitCodes.Failed;
        }
        catch (UsageException exception)
        {
            foreach (string fault in exception.Message.Split('\n'))
                Say(shell, fault, ExitCodes.Usage);
            return ExitCodes.Usage;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Say(shell, exception.Message, ExitCodes.Failed);
        }
#pragma warning disable CA1031 // The last resort: whoever typed the command is told what happened, and never sees a trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Say(shell, $"this should not have happened, please report it: {exception.GetType().Name}: {exception.Message}", ExitCodes.Failed);
        }
    }

    private static int Say(Shell shell, string message, int exitCode)
    {
        shell.Error.WriteLine("dzgeo: " + PlainText.OneLine(message));
        return exitCode;
    }
}
