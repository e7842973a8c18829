using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>What each facility sees of the border.</summary>
internal sealed class SightProcess() : PlanProcess(
    "sight",
    "Sight of the border",
    "What each facility sees of the border within its range, and what ground hides from it. As GeoJSON, the stretches seen.")
{
    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } = [.. SightInputs.All, .. FacilityInputs.All];

    /// <inheritdoc/>
    public override string Example => """{"rangeMetres": 8000}""";

    /// <inheritdoc/>
    public override string Remedy => "Ask about fewer facilities, or a shorter rangeMetres.";

    /// <inheritdoc/>
    public override WorkClass ClassOf(InputValues values, Plan plan) => WorkCost.BorderSight(plan, values.Of(SightInputs.Range), FacilityInputs.Read(values));

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        SightCoverage model = SightInputs.Read(values, plan);
        FacilityFilter facilities = FacilityInputs.Read(values);
        return run =>
        {
            BorderLine border = BorderLine.Of(plan);
            ImmutableArray<Facility> observers = facilities.Select(plan);
            ImmutableArray<FacilitySight> sights = model.Look(plan, border, observers, run.Share, run.Cancellation);
            return new ProcessResult(json => FacilitySightReport.WriteJson(json, sights, model, model.NotesOn(plan, observers)))
            {
                Features = () => FacilitySightReport.Features(sights, border),
                Summary = FormattableString.Invariant($"{sights.Length} facilities see {sights.Sum(sight => sight.SeenMetres) / 1000:0.0} km in all, each counted for itself."),
            };
        };
    }
}
