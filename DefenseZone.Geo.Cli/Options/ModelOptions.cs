using System.CommandLine;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Cli.Options;

/// <summary><c>--model</c>, and the options that each way to cover has of its own.</summary>
/// <param name="onlySight">Whether there is no other way than sight, so that nothing is to be chosen.</param>
internal sealed class ModelOptions(bool onlySight = false)
{
    private const string Radius = "radius";
    private const string Sight = "sight";
    private const string Response = "response";

    private readonly Option<string> _model = ChoiceOption.Of("--model", "MODEL", "How a facility covers the border", Radius, Sight, Response);

    private readonly Option<Given<double>?> _minutes = NumberOption.Amount(
        "--minutes", "T", "For --model response: within how many minutes a place is reached by road and on foot.", 0.001, ResponseCoverage.MostMinutes);

    private readonly RoadOptions _roads = new();

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
        if (onlySight)
            return;
        verb.Add(_minutes);
        _roads.AddTo(verb);
    }

    /// <summary>The way to cover that was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="year">The year asked about, which decides which roads there are too.</param>
    /// <exception cref="UsageException">An option of another way to cover was given, or one that the way needs was not.</exception>
    public CoverageModel Read(ParseResult parsed, int? year = null)
    {
        double? radius = parsed.GetValue(_radius)?.Value;
        string? model = onlySight ? Sight : parsed.GetValue(_model);
        if (model != Sight)
            Refuse(Sight, _sight.GivenIn(parsed), model);
        if (!onlySight && model != Response)
            Refuse(Response, [.. parsed.GetResult(_minutes) is null ? [] : (string[])[_minutes.Name], .. _roads.GivenIn(parsed)], model);
        return model switch
        {
            Sight => _sight.Model(parsed, radius),
            Response => Responding(parsed, radius, year),
            _ => new RadiusCoverage { RadiusMetres = radius },
        };
    }

    private static void Refuse(string itsModel, IEnumerable<string> given, string? model)
    {
        if (given.FirstOrDefault() is { } option)
            throw new UsageException($"{option} is for --model {itsModel}; the model is {model}");
    }

    private ResponseCoverage Responding(ParseResult parsed, double? radius, int? year)
    {
        if (radius is not null)
            throw new UsageException($"--radius is for the other models; --model {Response} has --minutes");
        if (parsed.GetValue(_minutes) is not { } minutes)
            throw new UsageException($"--model {Response} needs --minutes T: within how many minutes a place is reached");
        return new ResponseCoverage(minutes.Value) { Roads = _roads.Network(parsed, year), Closure = _roads.Closure(parsed) };
    }
}
