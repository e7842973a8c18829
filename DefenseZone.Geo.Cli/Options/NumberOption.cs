using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>A number from the command line; a reference, so that the parser's code for it is compiled ahead like that of any other.</summary>
/// <param name="Value">The number.</param>
internal sealed record Given<T>(T Value)
    where T : struct;

/// <summary>Options whose values are numbers within bounds.</summary>
internal static class NumberOption
{
    /// <summary>A length in metres, above 0 (or from 0 on) and at most a limit.</summary>
    public static Option<Given<double>?> Metres(string name, string description, double largest, bool zeroAllowed = false) => new(name)
    {
        Description = description,
        HelpName = "M",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double metres)
                && (zeroAllowed ? metres >= 0 : metres > 0) && metres <= largest)
            {
                return new Given<double>(metres);
            }

            string lowest = zeroAllowed ? "from 0" : "above 0";
            result.AddError($"{name} needs a number of metres {lowest} and at most {largest.ToString("0", CultureInfo.InvariantCulture)}; '{text}' is none");
            return null;
        },
    };

    /// <summary>A number within bounds, both included.</summary>
    public static Option<Given<double>?> Amount(string name, string helpName, string description, double lowest, double highest) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= lowest && number <= highest)
                return new Given<double>(number);
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} needs a number from {lowest} to {highest:0.###}; '{text}' is none"));
            return null;
        },
    };

    /// <summary>A whole number within bounds, both included.</summary>
    public static Option<Given<int>?> Whole(string name, string helpName, string description, int lowest, int highest) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result => Parse(result, name, lowest, highest),
    };

    private static Given<int>? Parse(ArgumentResult result, string name, int lowest, int highest)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= lowest && number <= highest)
        {
            return new Given<int>(number);
        }

        result.AddError(highest == int.MaxValue
            ? $"{name} needs a whole number from {lowest} on; '{text}' is none"
            : $"{name} needs a whole number from {lowest} to {highest}; '{text}' is none");
        return null;
    }
}
