using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo roads isochrone</c>: what is reached within some times.</summary>
internal static class RoadsIsochroneCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var options = new RoadQuestionOptions();
        Option<string[]> minutes = RoadOptions.Listed("--minutes", "T…", "The times in minutes, with commas between them; 30 and 60 where they are not given.");
        var from = new Option<string[]>("--from")
        {
            Description = "Where travel begins, instead of those who respond: longitude,latitude, or the id of a facility. May be given again.",
            HelpName = "X,Y|ID",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = static _ => [],
        };
        Option<Given<double>?> step = NumberOption.Metres("--step", "The step of the grid on which outlines are drawn, in metres.", 100_000);
        var roads = new Option<bool>("--roads") { Description = "With --format geojson: the stretches of road that are reached, instead of the areas." };
        var verb = new Command("isochrone", "What is reached within some times: the roads, cut at the exact minute, and the area on foot from them.");
        options.AddTo(verb);
        foreach (Option option in (Option[])[minutes, from, step, roads])
            verb.Add(option);
        verb.SetAction(parsed => Run(
            options.Read(parsed), Times(RoadOptions.Words(parsed, minutes)), parsed.GetValue(from)!, parsed.GetValue(step)?.Value, parsed.GetValue(roads), shell));
        return verb;
    }

    private static ImmutableArray<double> Times(ImmutableArray<string> words)
    {
        var times = ImmutableArray.CreateBuilder<double>();
        foreach (string word in words)
        {
            if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double minutes))
                throw new UsageException($"--minutes needs numbers with commas between them; '{word}' is none");
            times.Add(minutes);
        }

        return times.Count == 0 ? [30, 60] : times.ToImmutable();
    }

    private static int Run(RoadQuestion question, ImmutableArray<double> minutes, string[] from, double? step, bool roads, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        RoadNetwork network;
        ImmutableArray<Isochrone> isochrones;
        Plan plan;
        using (var progress = new ProgressLine(shell))
        {
            plan = question.ReadPlan(target, shell, progress);
            network = question.Network(plan, shell);
            var asked = new List<GeoPoint>();
            UsageException.ThrowAllOf(from.Select(text => (Action)(() => asked.Add(RoadQuestion.Place(plan, text, "--from")))));
            ImmutableArray<GeoPoint> places = from.Length > 0
                ? [.. asked]
                : [.. question.Response(plan).Responding().Select(plan).Select(facility => new GeoPoint(facility.Location.X, facility.Location.Y))];
            isochrones = UsageException.Asked(() => new IsochroneProblem(network, places, minutes) { StepMetres = step }.Solve(shell.Cancellation));
        }

        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => RoadTravelJson.WriteIsochrones(writer, isochrones, network, question.Closure), shell);
                break;
            case OutputFormat.GeoJson:
                IEnumerable<PlanFeature> features = roads ? RoadLayers.RoadFeatures(network, isochrones) : RoadLayers.AreaFeatures(isochrones);
                Answer.WriteFeatures(target, features, RoadLayers.Isochrones, shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => RoadTravelJson.WriteIsochronesCsv(output, isochrones), shell);
                break;
            default:
                Answer.WritePage(target, RoadTravelPage.Of(plan, network, isochrones), shell);
                break;
        }

        target.Commit();
        return ExitCodes.Done;
    }
}
