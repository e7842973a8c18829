using System.Collections.Immutable;
using System.CommandLine;
using DefenseZone.Geo.Cli.Options;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Cli.Pages;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;

namespace DefenseZone.Geo.Cli.Commands;

/// <summary><c>dzgeo highs</c>: heights near the border from which much of it is seen, as candidate sites.</summary>
internal static class HighsCommand
{
    private const double LargestMetres = 50_000;

    /// <summary>The verb.</summary>
    public static Command Build(Shell shell)
    {
        Argument<string> folder = QuestionOptions.PlanArgument();
        Option<Given<double>?> within = NumberOption.Metres("--within", "How far from the border a high may be, in metres; 3000 where it is not given.", LargestMetres);
        Option<Given<double>?> apart = NumberOption.Metres("--apart", "How far apart highs are, in metres; 800 where it is not given.", LargestMetres);
        Option<Given<double>?> rise = NumberOption.Metres("--rise", "How far a high rises above the lowest ground about it, in metres; 20 where it is not given.", LargestMetres);
        Option<Given<int>?> limit = NumberOption.Whole("--limit", "N", "How many to give, the best first; 100 where it is not given.", 1, 1_000_000);
        var sight = new SightOptions("--observer-height", "How high eyes would be above the ground, in metres; 5 where it is not given.");
        Option<bool> despiteErrors = PlanInput.DespiteErrorsOption();
        Option<string> format = ChoiceOption.Of("--format", "FORMAT", "What to write", OutputFormatWords.Table, OutputFormatWords.GeoJson);
        Option<string?> output = QuestionOptions.OutOption();
        var verb = new Command("highs", "Heights near the border from which much of it is seen, as candidate sites.") { folder, within, apart, rise, limit };
        sight.AddTo(verb);
        verb.Add(despiteErrors);
        verb.Add(format);
        verb.Add(output);
        verb.SetAction(parsed =>
        {
            SightCoverage model = sight.Model(parsed, radiusMetres: null);
            var question = new Question
            {
                Input = new PlanInput(parsed.GetValue(folder)!, parsed.GetValue(despiteErrors)),
                Model = model.RangeMetres is null ? model with { RangeMetres = 5_000 } : model,
                Facilities = FacilityFilter.Default,
                Format = OutputFormatWords.Parse(parsed.GetValue(format)),
                OutFile = parsed.GetValue(output) ?? string.Empty,
            };
            return Run(question, plan => new ObservationPoints(plan)
            {
                WithinMetres = parsed.GetValue(within)?.Value ?? 3_000,
                ApartMetres = parsed.GetValue(apart)?.Value ?? 800,
                LeastRiseMetres = parsed.GetValue(rise)?.Value ?? 20,
                Limit = parsed.GetValue(limit)?.Value ?? 100,
                Model = (SightCoverage)question.Model,
            }, shell);
        });
        return verb;
    }

    private static int Run(Question question, Func<Plan, ObservationPoints> problem, Shell shell)
    {
        using OutputTarget target = OutputTarget.Open(question.OutFile, shell);
        Plan plan;
        ImmutableArray<ObservationPoint> highs;
        using (var progress = new ProgressLine(shell))
        {
            plan = question.ReadPlan([], target, shell, progress);
            try
            {
                highs = problem(plan).Solve(progress.Step("looking"), shell.Cancellation);
            }
            catch (ArgumentException exception)
            {
                throw UsageException.Of(exception);
            }
        }

        if (question.Format == OutputFormat.GeoJson)
            Answer.WriteFeatures(target, highs.Select(high => high.Site), Vocabulary.CandidateSites, shell);
        else
            Answer.WritePage(target, HighsPage.Of(plan, highs, (SightCoverage)question.Model), shell);
        target.Commit();
        return ExitCodes.Done;
    }
}
