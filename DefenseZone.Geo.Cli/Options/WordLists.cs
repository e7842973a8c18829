namespace DefenseZone.Geo.Cli.Options;

/// <summary>
/// Lets <c>--kind</c> and <c>--status</c> stand before several words. The parser would take every word up to the next
/// option, the plan's folder too; so only words that the option knows are counted to it, and the option is put
/// before each of them.
/// </summary>
internal static class WordLists
{
    /// <summary>The same command line with one word to each option.</summary>
    public static string[] Spread(string[] arguments)
    {
        var spread = new List<string>(arguments.Length);
        string option = string.Empty;
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            if (argument == "--")
            {
                spread.AddRange(arguments[i..]);
                break;
            }

            if (QuestionOptions.ListOption(argument) is { Length: > 0 } begun)
            {
                option = begun;
                spread.Add(argument);
                if (argument == begun && i + 1 < arguments.Length)
                    spread.Add(arguments[++i]);
            }
            else if (option.Length > 0 && QuestionOptions.IsListed(option, argument))
            {
                spread.Add(option);
                spread.Add(argument);
            }
            else
            {
                option = string.Empty;
                spread.Add(argument);
            }
        }

        return [.. spread];
    }
}
