using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering.Charts;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>The quickest way between two places.</summary>
/// <param name="Route">With what is closed; none only where no road is open.</param>
/// <param name="Before">With nothing closed; none where nothing is.</param>
/// <param name="Network">The roads that it takes.</param>
/// <param name="Ground">The ground along it; none where there is no terrain, or no route.</param>
public sealed record RouteAnswer(RoadRoute Route, RoadRoute? Before, RoadNetwork Network, ImmutableArray<GroundPoint> Ground)
{
    /// <summary>Looks for it.</summary>
    public static RouteAnswer Of(RouteQuestion question, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(question);
        (Plan plan, ResponseCoverage asked) = (question.Plan, question.Response);
        RoadNetwork whole = RoadNetwork.Of(plan, asked.Roads, stop);
        RoadNetwork network = whole.Without(plan, asked.Closure);
        RoadRoute route = new NetworkRoutes(network).Between(question.From, question.To);
        RoadRoute? before = asked.Closure.IsNone ? null : new NetworkRoutes(whole).Between(question.From, question.To);
        stop.ThrowIfCancellationRequested();
        ElevationSurface surface = ElevationSurface.Of(plan);
        ImmutableArray<GroundPoint> ground = surface.IsEmpty || !route.IsFound
            ? []
            : [.. RouteProfile.Of(route, surface.ElevationMetres).Select(point => new GroundPoint(point.ChainageMetres, point.HeightMetres))];
        return new RouteAnswer(route, before, network, ground);
    }
}
