using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo roads tour</c>: the shortest patrol round.</summary>
internal static class RoadsTourCommand
{
    private const double MostMinutes = 14 * 24 * 60;

    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var options = new RoadQuestionOptions();
        var start = new Option<string>("--base") { Description = "The facility where the round begins and ends, by its id or layer/id.", HelpName = "ID", Required = true, Arity = ArgumentArity.ExactlyOne };
        Option<string[]> posts = RoadOptions.Listed("--posts", "ID…", "The facilities to call on, by id or layer/id with commas between them.");
        Option<string[]> roads = RoadOptions.Listed("--roads", "ROAD…", "The roads to drive from end to end, by their ids with commas between them.");
        Option<Given<double>?> shift = NumberOption.Amount("--shift", "MIN", "How long the round may take, in minutes.", 0.001, MostMinutes);
        Option<Given<double>?> stay = NumberOption.Amount("--stay", "MIN", "How long one stays at each facility, in minutes.", 0, MostMinutes);
        var verb = new Command("tour", "The shortest round from a base over facilities and roads, and how far from the shortest it may be.");
        options.AddTo(verb, responders: false);
        foreach (Option option in (Option[])[start, posts, roads, shift, stay])
            verb.Add(option);
        verb.SetAction(parsed =>
        {
            RoadQuestion question = options.Read(parsed);
            PatrolRoundProblem Problem(Plan plan, RoadNetwork network)
            {
                Facility? from = null;
                var calls = new List<Facility>();
                var drives = new List<FeatureId>();
                UsageException.ThrowAllOf(
                [
                    () => from = RoadQuestion.Facility(plan, parsed.GetValue(start)!, start.Name),
                    .. RoadOptions.Words(parsed, posts).Select(text => (Action)(() => calls.Add(RoadQuestion.Facility(plan, text, posts.Name)))),
                    .. RoadOptions.Words(parsed, roads).Select(text => (Action)(() => drives.Add(Road(plan, text, roads.Name)))),
                ]);
                return new PatrolRoundProblem(network, from!)
                {
                    Facilities = [.. calls],
                    Roads = [.. drives],
                    ShiftMinutes = parsed.GetValue(shift)?.Value,
                    StayMinutes = parsed.GetValue(stay)?.Value ?? 0,
                };
            }

            return Run(question, Problem, shell);
        });
        return verb;
    }

    private static FeatureId Road(Plan plan, string text, string option) => plan.PatrolRoads.FirstOrDefault(road => road.Id.Text == text)?.Id
        ?? throw new UsageException(NearestWord.Suggest($"{option}: there is no road '{text}'", text, plan.PatrolRoads.Select(road => road.Id.Text)));

    private static int Run(RoadQuestion question, Func<Plan, RoadNetwork, PatrolRoundProblem> problem, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        RoadNetwork network;
        PatrolRound round;
        Plan plan;
        using (var progress = new ProgressLine(shell))
        {
            plan = question.ReadPlan(target, shell, progress);
            network = question.Network(plan, shell);
            round = UsageException.Asked(() => problem(plan, network).Solve(shell.Cancellation));
        }

        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => RoadTravelJson.WriteRound(writer, round, network, question.Closure), shell);
                break;
            case OutputFormat.GeoJson:
                Answer.WriteFeatures(target, RoadLayers.LegFeatures(network, round.Legs), RoadLayers.Routes, shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => RoadTravelJson.WriteLegsCsv(output, network, round.Legs), shell);
                break;
            default:
                Answer.WritePage(target, RoadTravelPage.Of(plan, network, round), shell);
                break;
        }

        target.Commit();
        return round.IsFound ? ExitCodes.Done : ExitCodes.Failed;
    }
}
