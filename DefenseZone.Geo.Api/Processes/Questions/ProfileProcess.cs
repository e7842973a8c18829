using System.Collections.Immutable;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>Whether one place sees another.</summary>
internal sealed class ProfileProcess() : PlanProcess(
    "profile",
    "Line of sight",
    "The ground between two places, the line of sight over it, and what stands in its way.")
{
    private static readonly ProcessInput<GeoPoint?> From = InputKinds.Place("from", "From", "Where the observer is: [longitude, latitude] in degrees.", isRequired: true);
    private static readonly ProcessInput<GeoPoint?> To = InputKinds.Place("to", "To", "Where the target is: [longitude, latitude] in degrees.", isRequired: true);

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } = [From, To, SightInputs.ObserverHeight, SightInputs.TargetHeight, SightInputs.Refraction];

    /// <inheritdoc/>
    public override ProcessOutput Output => ProcessOutput.Figures;

    /// <inheritdoc/>
    public override string Example => """{"from": [106.0, 22.9], "to": [106.1, 22.95]}""";

    /// <inheritdoc/>
    public override string Remedy => "Give places that are closer together.";

    /// <inheritdoc/>
    public override WorkClass ClassOf(InputValues values, Plan plan) => WorkClass.Quick;

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        SightInputs.RefuseWithoutTerrain(values, plan);
        var line = new LineOfSight(ElevationSurface.Of(plan), values.Of(From) ?? default, values.Of(To) ?? default) { Conditions = SightInputs.ReadConditions(values) };
        if (values.AreSound && Geodesic.Inverse(line.From, line.To).DistanceMetres > LineOfSight.LargestLengthMetres)
            values.Refuse(To, "The two places are too far apart.", FormattableString.Invariant($"They may be {LineOfSight.LargestLengthMetres / 1000:0} km apart at most."));
        return run =>
        {
            SightProfile profile = line.Solve(run.Cancellation);
            return new ProcessResult(json => SightProfileJson.Write(json, profile, line.Terrain))
            {
                Summary = profile.IsVisible ? "The target is seen." : "The target is not seen.",
            };
        };
    }
}
