using System.Collections.Immutable;
using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo sight</c>: what each facility sees of the border.</summary>
internal static class SightCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        var options = new QuestionOptions(QuestionPurpose.Sight);
        var verb = new Command("sight", "What each facility sees of the border within its range, and what ground hides.");
        options.AddTo(verb);
        verb.SetAction(parsed => Run(options.Read(parsed), shell));
        return verb;
    }

    private static int Run(Question question, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        var model = (SightCoverage)question.Model;
        Plan plan;
        BorderLine border;
        ImmutableArray<FacilitySight> sights;
        using (var progress = new ProgressLine(shell))
        {
            plan = question.ReadPlan([], target, shell, progress);
            border = BorderLine.Of(plan);
            try
            {
                sights = model.Look(plan, border, question.Facilities.Select(plan), progress.Step("looking"), shell.Cancellation);
            }
            catch (ArgumentException exception)
            {
                throw UsageException.Of(exception);
            }
        }

        ImmutableArray<string> notes = model.NotesOn(plan, [.. sights.Select(sight => sight.Facility)]);
        switch (question.Format)
        {
            case OutputFormat.Json:
                Answer.WriteJson(target, writer => FacilitySightReport.WriteJson(writer, sights, model, notes), shell);
                break;
            case OutputFormat.GeoJson:
                Answer.WriteFeatures(target, FacilitySightReport.Features(sights, border), "sight", shell);
                break;
            case OutputFormat.Csv:
                Answer.WriteCsv(target, output => FacilitySightReport.WriteCsv(output, sights), shell);
                break;
            default:
                Answer.WritePage(target, SightPage.Of(plan, border, sights, model, notes), shell);
                break;
        }

        target.Commit();
        return ExitCodes.Done;
    }
}
