using System.CommandLine;
using System.CommandLine.Parsing;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>Arguments that are paths.</summary>
internal static class PathArgument
{
    /// <summary>A path; what looks like an option is refused (<c>./-name</c> is the way to such a file).</summary>
    public static Argument<string> Of(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(Check);
        return argument;
    }

    private static void Check(ArgumentResult result)
    {
        if (result.Tokens is [{ Value: ['-', ..] value }] && result.Parent is CommandResult { Command: { } verb })
            result.AddError(UsageErrors.UnknownOption(value, verb));
        else if (result.Tokens is [{ Value: "" }])
            result.AddError($"{result.Argument.Name} is empty");
    }
}
