using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>What the verbs of <c>dzgeo roads</c> have in common: the plan, its roads, who responds, and how the answer is wanted.</summary>
/// <param name="kinds">What the kinds of facilities are asked for.</param>
/// <param name="statuses">What their statuses are asked for.</param>
internal sealed class RoadQuestionOptions(
    string kinds = "Who responds, instead of combat bases", string statuses = "Which statuses respond, instead of existing and under-construction")
{
    private readonly Argument<string> _plan = QuestionOptions.PlanArgument();
    private readonly RoadOptions _roads = new();

    private readonly Option<FacilityKind[]> _kinds = WordOption.Of(
        "--kind", "KIND…", kinds, Vocabulary.FacilityLayers);

    private readonly Option<LifecycleStatus[]> _statuses = WordOption.Of(
        "--status", "STATUS…", statuses, Vocabulary.Statuses);

    private readonly Option<Given<int>?> _year = NumberOption.Whole("--year", "YEAR", "Who and which roads are in service in that year.", 1, 9999);

    private readonly Option<string> _format = ChoiceOption.Of(
        "--format", "FORMAT", "What to write", OutputFormatWords.Table, OutputFormatWords.Json, OutputFormatWords.GeoJson, OutputFormatWords.Csv);

    private readonly Option<string?> _out = QuestionOptions.OutOption();

    private readonly Option<bool> _despiteErrors = PlanInput.DespiteErrorsOption();

    /// <summary>Gives a verb all of these options.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="responders">Whether it asks about those who respond.</param>
    /// <param name="closures">Whether it asks what is with roads closed.</param>
    public void AddTo(Command verb, bool responders = true, bool closures = true)
    {
        verb.Add(_plan);
        if (responders)
        {
            verb.Add(_kinds);
            verb.Add(_statuses);
        }

        verb.Add(_year);
        _roads.AddTo(verb, closures);
        verb.Add(_despiteErrors);
        verb.Add(_format);
        verb.Add(_out);
    }

    /// <summary>The question as it was asked.</summary>
    public RoadQuestion Read(ParseResult parsed)
    {
        int? year = parsed.GetValue(_year)?.Value;
        return new RoadQuestion
        {
            Input = new PlanInput(parsed.GetValue(_plan)!, parsed.GetValue(_despiteErrors)),
            Roads = _roads.Network(parsed, year),
            Closure = _roads.Closure(parsed),
            Facilities = new FacilityFilter
            {
                Kinds = [.. parsed.GetValue(_kinds) ?? []],
                Statuses = [.. parsed.GetValue(_statuses) ?? []],
                Year = year,
            },
            Format = OutputFormatWords.Parse(parsed.GetValue(_format)),
            OutFile = parsed.GetValue(_out) ?? string.Empty,
        };
    }
}

/// <summary>A question about the roads of a plan, and how its answer is wanted.</summary>
internal sealed record RoadQuestion
{
    /// <summary>The plan.</summary>
    public required PlanInput Input { get; init; }

    /// <summary>Which roads there are, and how they are driven.</summary>
    public required RoadNetworkOptions Roads { get; init; }

    /// <summary>What is closed.</summary>
    public required RoadClosure Closure { get; init; }

    /// <summary>Who responds.</summary>
    public required FacilityFilter Facilities { get; init; }

    /// <summary>The form of the answer.</summary>
    public OutputFormat Format { get; init; }

    /// <summary>The file for the answer; empty for the standard output.</summary>
    public string OutFile { get; init; } = string.Empty;

    /// <summary>The question about response times.</summary>
    public ResponseProblem Response(Plan plan) => new(plan) { Roads = Roads, Closure = Closure, Facilities = Facilities };

    /// <summary>Reads what bears on roads of the plan.</summary>
    /// <param name="answer">Takes over what the check of the plan found.</param>
    /// <param name="shell">For notes and cancellation.</param>
    /// <param name="progress">Shows how far it is.</param>
    /// <param name="besides">Further layers to read.</param>
    /// <param name="needsRoads">Whether to say so where there are no roads.</param>
    /// <exception cref="PlanException">The plan has errors.</exception>
    public Plan ReadPlan(OutputTarget answer, Shell shell, ProgressLine progress, IEnumerable<string>? besides = null, bool needsRoads = true)
    {
        ImmutableArray<string> layers =
            [Vocabulary.BorderSegments, .. Vocabulary.FacilityLayers.Words, Vocabulary.PatrolRoads, Vocabulary.HazardAreas, .. besides ?? []];
        Plan plan = Input.Open(layers, Roads.UsesTerrain, answer, progress.Step("reading"), shell.Cancellation);
        if (needsRoads && plan.PatrolRoads.IsEmpty)
        {
            progress.Clear();
            shell.Error.WriteLine($"dzgeo: the plan has no roads: its {Vocabulary.PatrolRoads} layer is empty or missing");
        }

        return plan;
    }

    /// <summary>The network, without what is closed.</summary>
    /// <exception cref="UsageException">What is to be closed is not in the plan.</exception>
    public RoadNetwork Network(Plan plan, Shell shell) =>
        UsageException.Asked(() => RoadNetwork.Of(plan, Roads, shell.Cancellation).Without(plan, Closure));

    /// <summary>A place that was typed: <c>longitude,latitude</c>, or the id of a facility.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static GeoPoint Place(Plan plan, string text, string option)
    {
        string[] numbers = text.Split(',', StringSplitOptions.TrimEntries);
        if (numbers.Length == 2
            && double.TryParse(numbers[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double x)
            && double.TryParse(numbers[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double y))
        {
            return x is >= -180 and <= 180 && y is >= -90 and <= 90
                ? new GeoPoint(x, y)
                : throw new UsageException($"{option}: '{text}' is no place: a longitude is −180 to 180, a latitude −90 to 90, longitude first");
        }

        Facility facility = Facility(plan, text, option);
        return new GeoPoint(facility.Location.X, facility.Location.Y);
    }

    /// <summary>The facility of an id, or of <c>layer/id</c>.</summary>
    /// <exception cref="UsageException">There is none, or several.</exception>
    public static Facility Facility(Plan plan, string text, string option)
    {
        Facility[] found = [.. plan.Facilities.Where(one => !one.Geometry.IsEmpty && (one.Id.Text == text || $"{one.LayerName}/{one.Id}" == text))];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new UsageException(NearestWord.Suggest($"{option}: there is no facility '{text}'", text, plan.Facilities.Select(one => one.Id.Text))),
            _ => throw new UsageException($"{option}: '{text}' is several: {string.Join(", ", found.Select(one => $"{one.LayerName}/{one.Id}"))}"),
        };
    }
}
