using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Api.Processes.Inputs;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io.Reports;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Api.Processes.Questions;

/// <summary>What is seen from places.</summary>
internal sealed class ViewshedProcess() : PlanProcess(
    "viewshed",
    "Viewsheds",
    "Which ground is seen from places, or from the plan's facilities. As GeoJSON, the ground seen as areas.")
{
    private const int MostObservers = 200;
    private const double StandardRangeMetres = 10_000;

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
    public override string Remedy => "Give fewer observers, or a shorter rangeMetres.";

    /// <inheritdoc/>
    public override WorkClass ClassOf(InputValues values, Plan plan) => WorkCost.Ground(
        ElevationSurface.Of(plan), Observing(values, plan).Select(observer => observer.RangeMetres ?? values.Of(SightInputs.Range) ?? StandardRangeMetres), values.Of(Exact));

    /// <inheritdoc/>
    public override Question Read(InputValues values, Plan plan)
    {
        SightInputs.RefuseWithoutTerrain(values, plan);
        bool arePlaces = !values.Of(Observers).IsEmpty;
        SightInputs.RefuseTooFar(values, plan, arePlaces ? [] : FacilityInputs.Read(values).Select(plan));
        if (arePlaces)
            values.RefuseIdle(FacilityInputs.All, $"'{Observers.Name}' gives the places.", $"leave '{Observers.Name}' out");
        ImmutableArray<Observer> observers = Observing(values, plan);
        if (observers.Length > MostObservers)
        {
            values.RefuseAll(
                FormattableString.Invariant($"{observers.Length} facilities take part."),
                FormattableString.Invariant($"At most {MostObservers} look at a time: choose by 'kinds', 'statuses' or 'year', or give '{Observers.Name}'."));
        }

        if (!values.AreSound)
            return static _ => throw new InvalidOperationException("A question that was refused is not answered.");
        var problem = new ViewshedProblem(ElevationSurface.Of(plan), observers)
        {
            Conditions = SightInputs.ReadConditions(values),
            RangeMetres = values.Of(SightInputs.Range) ?? Math.Min(StandardRangeMetres, ViewshedProblem.LargestRangeMetresOver(ElevationSurface.Of(plan))),
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

    // What the request says holds for all of them; what it does not say, each facility has of its own.
    private static ImmutableArray<Observer> Observing(InputValues values, Plan plan)
    {
        ImmutableArray<GeoPoint> places = values.Of(Observers);
        return places.IsEmpty
            ? [
                .. FacilityInputs.Read(values).Select(plan).Select(facility => AsObserver(plan, facility)).Select(observer => observer with
                {
                    RangeMetres = values.Of(SightInputs.Range) ?? observer.RangeMetres,
                    HeightMetres = values.Of(SightInputs.ObserverHeight) ?? observer.HeightMetres,
                }),
            ]
            : [.. places.Select((place, i) => new Observer(place, FormattableString.Invariant($"{i + 1}")))];
    }

    /// <summary>A facility that looks around: from its own height and as far as its own radius, where it has them.</summary>
    internal static Observer AsObserver(Plan plan, Facility facility)
    {
        Coordinate place = facility.Location;
        return new Observer(new GeoPoint(place.X, place.Y), $"{facility.LayerName}/{facility.Id}")
        {
            HeightMetres = facility.ObserverHeightMetres,
            RangeMetres = plan.CoverageRadiusMetres(facility) is { } radius && radius > 0 ? Math.Min(radius, ViewshedProblem.LargestRangeMetresOver(ElevationSurface.Of(plan))) : null,
        };
    }
}
