using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Sight;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>The options that every question about sight has, under the same names.</summary>
internal sealed class SightOptions
{
    private readonly Option<Given<double>?> _observerHeight;

    private readonly Option<Given<double>?> _targetHeight = NumberOption.Metres(
        "--target-height", "How high above the ground is looked for, in metres; 1.7 where it is not given.", SightConditions.LargestHeightMetres, zeroAllowed: true);

    private readonly Option<Given<double>?> _range = NumberOption.Metres(
        "--range", "How far is looked, in metres.", ViewshedProblem.LargestRangeMetres);

    private readonly Option<Given<double>?> _refraction = new("--refraction")
    {
        Description = "The share of the Earth's curvature that the air takes off, -1 to 1; 1/7 where it is not given. GDAL's -cc is 1 minus this.",
        HelpName = "K",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = ParseRefraction,
    };

    /// <summary>The options, with the name that the height of the eye has in a verb.</summary>
    public SightOptions(string observerHeight, string description) =>
        _observerHeight = NumberOption.Metres(observerHeight, description, SightConditions.LargestHeightMetres, zeroAllowed: true);

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [_observerHeight, _targetHeight, _range, _refraction];

    /// <summary>Gives a verb all of them, or all but the range.</summary>
    public void AddTo(Command verb, bool withRange = true)
    {
        foreach (Option option in All)
        {
            if (withRange || option != _range)
                verb.Add(option);
        }
    }

    /// <summary>Those of them that were given, by name.</summary>
    public IEnumerable<string> GivenIn(ParseResult parsed) => All.Where(option => parsed.GetResult(option) is not null).Select(option => option.Name);

    /// <summary>The range in metres, where it was given.</summary>
    public double? Range(ParseResult parsed) => parsed.GetValue(_range)?.Value;

    /// <summary>The conditions for observers.</summary>
    public SightConditions Conditions(ParseResult parsed) => new()
    {
        ObserverHeightMetres = parsed.GetValue(_observerHeight)?.Value ?? SightConditions.StandardObserverHeightMetres,
        TargetHeightMetres = parsed.GetValue(_targetHeight)?.Value ?? SightConditions.StandardTargetHeightMetres,
        Refraction = parsed.GetValue(_refraction)?.Value ?? SightConditions.StandardRefraction,
    };

    /// <summary>Sight as a way to cover.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="radiusMetres">What <c>--radius</c> says, which is the range too.</param>
    public SightCoverage Model(ParseResult parsed, double? radiusMetres)
    {
        if (radiusMetres is not null && Range(parsed) is not null)
            throw new UsageException("--range and --radius say the same for --model sight: give one of them");
        if (radiusMetres > ViewshedProblem.LargestRangeMetres)
            throw new UsageException($"--model sight looks at most {ViewshedProblem.LargestRangeMetres.ToString("0", CultureInfo.InvariantCulture)} m far");
        return new SightCoverage
        {
            RangeMetres = Range(parsed) ?? radiusMetres,
            ObserverHeightMetres = parsed.GetValue(_observerHeight)?.Value,
            TargetHeightMetres = parsed.GetValue(_targetHeight)?.Value ?? SightConditions.StandardTargetHeightMetres,
            Refraction = parsed.GetValue(_refraction)?.Value ?? SightConditions.StandardRefraction,
        };
    }

    private static Given<double>? ParseRefraction(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is >= -1 and <= 1)
            return new Given<double>(share);
        result.AddError($"--refraction needs a number from -1 to 1; '{text}' is none");
        return null;
    }
}
