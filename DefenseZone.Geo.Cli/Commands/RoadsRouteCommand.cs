using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo roads route</c>: the quickest way from one place to another.</summary>
internal static class RoadsRouteCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var options = new RoadQuestionOptions();
        Option<string> from = Place("--from", "Where the route begins");
        Option<string> to = Place("--to", "Where it ends");
        var verb = new Command("route", "The quickest way from one place to another, leg by leg; with closures also before them.");
        options.AddTo(verb, responders: false);
        verb.Add(from);
        verb.Add(to);
        verb.SetAction(parsed => Run(options.Read(parsed), parsed.GetValue(from)!, parsed.GetValue(to)!, shell));
        return verb;
    }

    private static Option<string> Place(string name, string description) => new(name)
    {
        Description = description + ": longitude,latitude, or the id of a facility.",
        HelpName = "X,Y|ID",
        Required = true,
        Arity = ArgumentArity.ExactlyOne,
    };

    private static int Run(RoadQuestion question, string from, string to, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        RoadNetwork network;
        RoadRoute route;
        RoadRoute? before = null;
        Plan plan;
        using (var progress = new ProgressLine(shell))
        {
            plan = question.ReadPlan(target, shell, progress);
            network = question.Network(plan, shell);
            GeoPoint start = default, end = default;
            UsageException.ThrowAllOf(() => start = RoadQuestion.Place(plan, from, "--from"), () => end = RoadQuestion.Place(plan, to, "--to"));
            route = new NetworkRoutes(network).Between(start, end);
            if (!question.Closure.IsNone)
                before = new NetworkRoutes(RoadNetwork.Of(plan, question.Roads, shell.Cancellation)).Between(start, end);
        }

        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => RoadTravelJson.WriteRoute(writer, route, network, question.Closure, before), shell);
                break;
            case OutputFormat.GeoJson:
                Answer.WriteFeatures(target, RoadLayers.LegFeatures(network, route.Legs), RoadLayers.Routes, shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => RoadTravelJson.WriteLegsCsv(output, network, route.Legs), shell);
                break;
            default:
                Answer.WritePage(target, RoadTravelPage.Of(plan, network, route, before), shell);
                break;
        }

        target.Commit();
        return route.IsFound ? ExitCodes.Done : ExitCodes.Failed;
    }
}
