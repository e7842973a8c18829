using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>Options whose value is a coordinate system.</summary>
internal static class CoordinateSystemOption
{
    private const string Prefix = "EPSG:";

    /// <summary>An option that takes an EPSG code, with or without <c>EPSG:</c> before it.</summary>
    public static Option<CoordinateSystem?> Of(string name, string description) => new(name)
    {
        Description = description + " An EPSG code, such as 3405 (VN-2000 / UTM 48N) or 32648 (WGS84 / UTM 48N).",
        HelpName = "EPSG",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result => Parse(result, name),
    };

    private static CoordinateSystem? Parse(ArgumentResult result, string name)
    {
        string text = result.Tokens[0].Value;
        string code = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..] : text;
        if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int epsg))
        {
            result.AddError($"{name} needs an EPSG code; '{text}' is none");
            return null;
        }

        if (CoordinateSystem.TryOf(epsg, out CoordinateSystem system))
            return system;
        result.AddError($"{name} does not know EPSG:{epsg}; known are WGS84 (4326, 3857, 32601-32660, 32701-32760) and VN-2000 (4756, 3405, 3406, 5896-5899, 9205-9218)");
        return null;
    }
}
