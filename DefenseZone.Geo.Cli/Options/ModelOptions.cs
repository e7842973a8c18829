using System.CommandLine;
using DefenseZone.Geo.Coverage;

namespace DefenseZone.Geo.Cli.Options;

/// <summary><c>--model</c>, and the options that each way to cover has of its own.</summary>
internal sealed class ModelOptions
{
    private readonly Option<string> _model = ChoiceOption.Of("--model", "MODEL", "How a facility covers the border", "radius");

    private readonly Option<Given<double>?> _radius = NumberOption.Metres(
        "--radius", "One radius in metres for all, instead of each facility's own.", RadiusCoverage.LargestRadiusMetres);

    /// <summary>Gives a verb all of these options.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(_model);
        verb.Add(_radius);
    }

    /// <summary>The way to cover that was asked for.</summary>
    public CoverageModel Read(ParseResult parsed) => new RadiusCoverage { RadiusMetres = parsed.GetValue(_radius)?.Value };
}
