using System.Collections.Immutable;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>Where the next facilities go, with proof.</summary>
internal sealed class SitingProcess() : PlanProcess(
    "siting",
    "Siting of facilities",
    "Chooses among candidate sites, within a number or a budget: what is chosen, how much border it adds, and what no choice can beat. As GeoJSON, the chosen sites and what they newly cover.")
{
    private const string Remedies = "Change the inputs or the plan so that the question makes sense.";

    // What is left to write the answer after the search has stopped itself.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs => SitingInputs.All;

    /// <inheritdoc/>
    public override string Example => """{"sites": 5}""";

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        SitingProblem asked = SitingInputs.Read(values, plan);
        CandidateGeneration? generation = CandidateInputs.Read(values, plan);
        if (values.AreSound)
        {
            // Whether a question about candidates that are to be made makes sense is known with them only, and making them is work.
            foreach (string fault in generation is null ? asked.FindFaults() : [])
                values.RefuseAll(fault, Remedies);
        }

        return run =>
        {
            SitingPlan answer = WithTime(generation is null ? asked : Generated(asked, generation, run.Cancellation), run.TimeLimit).Solve(new Watcher(run), run.Cancellation);
            return new ProcessResult(json => SitingPlanJson.Write(json, answer))
            {
                Members = () => Figures(answer),
                Features = () => SitingPlanRows.Features(answer),
                Summary = !answer.HasPlan
                    ? string.Join(' ', answer.Conflicts)
                    : FormattableString.Invariant(
                        $"{answer.Chosen.Length} sites add {answer.NewlyCoveredMetres / 1000:0.0} km; {SitingWords.Statuses[answer.Status]}, gap {answer.RelativeGap * 100:0.00} %."),
            };
        };
    }

    private static SitingProblem Generated(SitingProblem asked, CandidateGeneration generation, CancellationToken cancellation)
    {
        SitingProblem problem = asked with { Candidates = generation.Generate(cancellation) };
        FaultList faults = [.. problem.FindFaults().Select(static fault => new Fault("/inputs", fault, Remedies))];
        return faults.Count == 0 ? problem : throw RequestProblem.BadRequest(faults);
    }

    private static SitingProblem WithTime(SitingProblem problem, TimeSpan most)
    {
        TimeSpan left = most > Reserve * 2 ? most - Reserve : most / 2;
        return problem.Limits.Time is { } asked && asked <= left ? problem : problem with { Limits = problem.Limits with { Time = left } };
    }

    private static FeatureProperties Figures(SitingPlan answer) => FeatureProperties.Of(
    [
        KeyValuePair.Create("status", PropertyValue.Of(SitingWords.Statuses[answer.Status])),
        KeyValuePair.Create("coveredMetres", PropertyValue.Of(Math.Round(answer.CoveredMetres, 3))),
        KeyValuePair.Create("newlyCoveredMetres", PropertyValue.Of(Math.Round(answer.NewlyCoveredMetres, 3))),
        KeyValuePair.Create("relativeGap", PropertyValue.Of(answer.RelativeGap)),
        KeyValuePair.Create("objective", PropertyValue.Of(answer.Problem.Objective.Name)),
        KeyValuePair.Create("model", PropertyValue.Of(answer.Problem.Model.Name)),
    ]);

    private sealed class Watcher(QuestionRun run) : IProgress<SitingProgress>
    {
        // The distance between best and bound closes; how soon, nobody knows: it stands for the share done.
        public void Report(SitingProgress value) =>
            run.Progress?.Report(new RunProgress(value.RelativeGap is { } gap ? 1 - Math.Min(1, gap) : null, SitingWords.Line(value)));
    }
}
