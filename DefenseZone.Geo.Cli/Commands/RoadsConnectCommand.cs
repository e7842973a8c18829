using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.RoadSiting;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo roads connect</c>: the new roads that join all islands of the network.</summary>
internal static class RoadsConnectCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var options = new RoadQuestionOptions(
            "With --with-facilities: which kinds count, instead of all", "With --with-facilities: which statuses count, instead of existing and under-construction");
        var built = new NewRoadOptions();
        var straight = new Option<bool>("--straight") { Description = "Links are straight and cost as on gentle ground, whatever the terrain." };
        var served = new Option<bool>("--with-facilities") { Description = "Join only the parts that a facility hangs on, and the largest; the others may lie on the way." };
        var verb = new Command("connect", "The new roads that join all parts of the network at least cost, and what no choice of links can beat.");
        options.AddTo(verb, closures: false);
        verb.Add(straight);
        verb.Add(served);
        built.AddTo(verb);
        verb.SetAction(parsed =>
        {
            RoadQuestion question = options.Read(parsed);
            RoadConnectionProblem Problem(Plan plan)
            {
                var faults = new List<string>();
                var problem = new RoadConnectionProblem(plan)
                {
                    Standard = built.Standard(parsed, faults),
                    Obstacles = built.Obstacles(parsed, plan, faults),
                    Roads = question.Roads,
                    Facilities = question.Facilities,
                    OnTerrain = !parsed.GetValue(straight),
                    OnlyWithFacilities = parsed.GetValue(served),
                };
                return faults.Count == 0 ? problem : throw new UsageException(string.Join('\n', faults));
            }

            return Run(question, Problem, shell);
        });
        return verb;
    }

    private static int Run(RoadQuestion question, Func<Plan, RoadConnectionProblem> problem, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        RoadConnectionReport report;
        using (var progress = new ProgressLine(shell))
        {
            RoadConnectionProblem asked = problem(question.ReadPlan(target, shell, progress, NewRoadOptions.Layers));
            report = UsageException.Asked(() => asked.Solve(progress.Step("looking for links"), shell.Cancellation));
        }

        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => RoadConnectionJson.Write(writer, report), shell);
                break;
            case OutputFormat.GeoJson:
                Answer.WriteFeatures(target, NewRoadFeatures.Of(report), Vocabulary.PatrolRoads, shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => RoadConnectionJson.WriteCsv(output, report), shell);
                break;
            default:
                Answer.WritePage(target, RoadConnectionPage.Of(report), shell);
                break;
        }

        if (!report.IsFound && question.Format is OutputFormat.GeoJson or OutputFormat.Csv)
            shell.Error.WriteLine("dzgeo: " + PlainText.OneLine(report.Explanation));
        target.Commit();
        return report.IsFound || report.IsJoinedAlready ? ExitCodes.Done : ExitCodes.Failed;
    }
}
