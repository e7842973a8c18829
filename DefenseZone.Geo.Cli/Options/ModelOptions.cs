using System.CommandLine;
using DefenseZone.Geo.Coverage;

namespace DefenseZone.Geo.Cli.Options;

/// <summary><c>--model</c>, and the options that each way to cover has of its own.</summary>
/// <param name="onlySight">Whether there is no other way than sight, so that nothing is to be chosen.</param>
internal sealed class ModelOptions(bool onlySight = false)
{
    private const string Radius = "radius";
    private const string Sight = "sight";

    private readonly Option<string> _model = ChoiceOption.Of("--model", "MODEL", "How a facility covers the border", Radius, Sight);

    private readonly Option<Given<double>?> _radius = NumberOption.Metres(
        "--radius", "One radius in metres for all, instead of each facility's own.", RadiusCoverage.LargestRadiusMetres);

    private readonly SightOptions _sight = new("--observer-height", "For --model sight: how high eyes are above the ground, in metres, instead of each facility's own height or 5.");

    /// <summary>Gives a verb all of these options.</summary>
    public void AddTo(Command verb)
    {
        if (!onlySight)
            verb.Add(_model);
        verb.Add(_radius);
        _sight.AddTo(verb);
    }

    /// <summary>The way to cover that was asked for.</summary>
    /// <exception cref="UsageException">An option of another way to cover was given.</exception>
    public CoverageModel Read(ParseResult parsed)
    {
        double? radius = parsed.GetValue(_radius)?.Value;
        if (onlySight || parsed.GetValue(_model) == Sight)
            return _sight.Model(parsed, radius);
        if (_sight.GivenIn(parsed).FirstOrDefault() is { } option)
            throw new UsageException($"{option} is for --model {Sight}; the model is {parsed.GetValue(_model)}");
        return new RadiusCoverage { RadiusMetres = radius };
    }
}
