using System.CommandLine;
using System.CommandLine.Parsing;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;

namespace DefenseZone.Geo.Cli;

/// <summary>Says everything that is wrong with a command line, and what was probably meant.</summary>
internal static class UsageErrors
{
    /// <summary>Writes all errors of a command line to the standard error.</summary>
    /// <returns><see cref="ExitCodes.Usage"/>.</returns>
    public static int Report(ParseResult parsed, Shell shell)
    {
        Command command = parsed.CommandResult.Command;
        bool isRoot = command.Subcommands.Count > 0;
        foreach (string token in parsed.UnmatchedTokens)
            Say(shell, Unknown(token, command, isRoot));
        foreach (ParseError error in parsed.Errors)
        {
            // An unknown verb is said above; that a verb is missing would then only repeat it.
            if (!isRoot || parsed.UnmatchedTokens.Count == 0)
                Say(shell, isRoot ? "a verb is missing: " + string.Join(", ", command.Subcommands.Select(verb => verb.Name)) : error.Message);
        }

        shell.Error.WriteLine($"Try 'dzgeo {NameOf(command)}--help'.");
        return ExitCodes.Usage;
    }

    /// <summary>
    /// What there is to say about a word that is not expected. The parser takes an unknown option for an argument
    /// where one is still to come, so arguments are asked too.
    /// </summary>
    public static string UnknownOption(string token, Command command) =>
        NearestWord.Suggest($"there is no option '{token}'", token, command.Options.Select(option => option.Name));

    // A verb of a verb is called by both, such as "roads check ".
    private static string NameOf(Command command) =>
        command is RootCommand ? string.Empty : string.Concat(command.Parents.OfType<Command>().Select(NameOf)) + command.Name + " ";

    private static void Say(Shell shell, string message) => shell.Error.WriteLine("dzgeo: " + PlainText.OneLine(message));

    private static string Unknown(string token, Command command, bool isRoot)
    {
        if (token.StartsWith('-'))
            return UnknownOption(token, command);
        if (isRoot)
            return NearestWord.Suggest($"there is no verb '{token}'", token, command.Subcommands.Select(verb => verb.Name));
        return $"'{token}' is one too many; a path with spaces needs quotes";
    }
}
