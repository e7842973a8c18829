using System.CommandLine;
using System.CommandLine.Parsing;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>Options whose values are words of the plan format.</summary>
internal static class WordOption
{
    /// <summary>An option for one word or several, after one another or with commas between them; it may be given again, too.</summary>
    public static Option<T[]> Of<T>(string name, string helpName, string description, Terms<T> terms)
        where T : struct, Enum
    {
        var option = new Option<T[]>(name)
        {
            Description = description + ": " + string.Join(", ", terms.Words) + ". One or several.",
            HelpName = helpName,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = static _ => [],
            CustomParser = result => Parse(result, name, terms),
        };
        option.CompletionSources.Add([.. terms.Words]);
        return option;
    }

    private static T[] Parse<T>(ArgumentResult result, string name, Terms<T> terms)
        where T : struct, Enum
    {
        var values = new List<T>();
        foreach (Token token in result.Tokens)
        {
            foreach (string word in token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!terms.TryParse(word, out T value))
                    result.AddError(NearestWord.Suggest($"{name} does not know '{word}'", word, terms.Words));
                else if (!values.Contains(value))
                    values.Add(value);
            }
        }

        return [.. values];
    }
}
