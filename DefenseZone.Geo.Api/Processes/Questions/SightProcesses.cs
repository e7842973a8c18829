using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using NetTopologySuite.Geometries;

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

/// <summary>What is seen from places.</summary>
internal sealed class ViewshedProcess() : PlanProcess(
    "viewshed",
    "Viewsheds",
    "Which ground is seen from places, or from the plan's facilities. As GeoJSON, the ground seen as areas.")
{
    private const int MostObservers = 200;

    private static readonly ProcessInput<ImmutableArray<GeoPoint>> Observers = InputKinds.List(
        "observers",
        "Observers",
        "Places to look from, each [longitude, latitude] in degrees; without them, the facilities that take part.",
        InputKinds.PlaceSchema,
        MostObservers,
        JsonMembers.Place);

    private static readonly ProcessInput<bool> Exact = InputKinds.Flag(
        "exact", "Exact", "Whether to draw a line of sight to each cell, which takes much longer, in place of a fan of rays.");

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } = [Observers, .. SightInputs.All, Exact, .. FacilityInputs.All];

    /// <inheritdoc/>
    public override string Example => """{"rangeMetres": 5000}""";

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        SightInputs.RefuseWithoutTerrain(values, plan);
        ImmutableArray<GeoPoint> places = values.Of(Observers);
        FacilityFilter facilities = FacilityInputs.Read(values);
        ImmutableArray<Observer> observers = places.IsEmpty
            ? [.. facilities.Select(plan).Take(MostObservers).Select(facility => AsObserver(plan, facility))]
            : [.. places.Select((place, i) => new Observer(place, FormattableString.Invariant($"{i + 1}")))];
        var problem = new ViewshedProblem(ElevationSurface.Of(plan), observers)
        {
            Conditions = SightInputs.ReadConditions(values),
            RangeMetres = values.Of(SightInputs.Range) ?? 10_000,
            Exact = values.Of(Exact),
        };
        return run =>
        {
            long begin = Stopwatch.GetTimestamp();
            ViewshedReport report = problem.Solve(run.Share, run.Cancellation);
            double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            return new ProcessResult(json => ViewshedReportJson.Write(json, report, seconds))
            {
                Features = () => ViewshedReportJson.Features(report, run.Cancellation),
                Summary = FormattableString.Invariant($"{report.Viewsheds.Length} viewsheds, {report.Viewsheds.Sum(viewshed => (long)viewshed.VisibleCells)} cells seen."),
            };
        };
    }

    /// <summary>A facility that looks around: from its own height and as far as its own radius, where it has them.</summary>
    internal static Observer AsObserver(Plan plan, Facility facility)
    {
        Coordinate place = facility.Location;
        return new Observer(new GeoPoint(place.X, place.Y), $"{facility.LayerName}/{facility.Id}")
        {
            HeightMetres = facility.ObserverHeightMetres,
            RangeMetres = plan.CoverageRadiusMetres(facility) is { } radius && radius > 0 ? Math.Min(radius, ViewshedProblem.LargestRangeMetres) : null,
        };
    }
}

/// <summary>Whether one place sees another.</summary>
internal sealed class ProfileProcess() : PlanProcess(
    "profile",
    "Line of sight",
    "The ground between two places, the line of sight over it, and what stands in its way.")
{
    private static readonly ProcessInput<GeoPoint?> From = InputKinds.Place("from", "From", "Where the observer is: [longitude, latitude] in degrees.");
    private static readonly ProcessInput<GeoPoint?> To = InputKinds.Place("to", "To", "Where the target is: [longitude, latitude] in degrees.");

    /// <inheritdoc/>
    public override ImmutableArray<ProcessInput> Inputs { get; } = [From, To, SightInputs.ObserverHeight, SightInputs.TargetHeight, SightInputs.Refraction];

    /// <inheritdoc/>
    public override ProcessOutput Output => ProcessOutput.Figures;

    /// <inheritdoc/>
    public override string Example => """{"from": [106.0, 22.9], "to": [106.1, 22.95]}""";

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        SightInputs.RefuseWithoutTerrain(values, plan);
        foreach (ProcessInput<GeoPoint?> end in (ReadOnlySpan<ProcessInput<GeoPoint?>>)[From, To])
        {
            if (!values.IsGiven(end))
                values.Refuse(end, $"'{end.Name}' is missing.", $"Give it: {end.Description}");
        }

        var line = new LineOfSight(ElevationSurface.Of(plan), values.Of(From) ?? default, values.Of(To) ?? default) { Conditions = SightInputs.ReadConditions(values) };
        if (values.AreSound && Geodesic.Inverse(line.From, line.To).DistanceMetres > LineOfSight.LargestLengthMetres)
            values.Refuse(To, "The two places are too far apart.", FormattableString.Invariant($"They may be {LineOfSight.LargestLengthMetres / 1000:0} km apart at most."));
        return _ =>
        {
            SightProfile profile = line.Solve();
            return new ProcessResult(json => SightProfileJson.Write(json, profile, line.Terrain))
            {
                Summary = profile.IsVisible ? "The target is seen." : "The target is not seen.",
            };
        };
    }
}
