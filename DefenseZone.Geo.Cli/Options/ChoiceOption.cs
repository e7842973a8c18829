using System.CommandLine;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>Options that take one of a few words.</summary>
internal static class ChoiceOption
{
    /// <summary>An option that gives the word as it is listed; the first one where the option is not given.</summary>
    public static Option<string> Of(string name, string helpName, string description, params string[] words)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description}: {string.Join(", ", words)}",
            HelpName = helpName,
            Arity = ArgumentArity.ExactlyOne,
            DefaultValueFactory = _ => words[0],
            CustomParser = result =>
            {
                string typed = result.Tokens[0].Value;
                foreach (string word in words)
                {
                    if (string.Equals(word, typed, StringComparison.OrdinalIgnoreCase))
                        return word;
                }

                result.AddError(NearestWord.Suggest($"{name} does not know '{typed}'", typed, words));
                return words[0];
            },
        };
        option.CompletionSources.Add(words);
        return option;
    }
}
