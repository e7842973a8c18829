using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering.Charts;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Why there is no route.</summary>
public enum RouteFault
{
    /// <summary>There is one.</summary>
    None,

    /// <summary>There is no open road.</summary>
    NoRoad,

    /// <summary>No road joins the two parts of the network.</summary>
    Apart,

    /// <summary>What joins them is closed, or may not be driven that way.</summary>
    Barred,
}

/// <summary>The quickest way between two places.</summary>
/// <param name="Route">With what is closed.</param>
/// <param name="Before">With nothing closed; none where nothing is.</param>
/// <param name="Network">The roads that it takes.</param>
/// <param name="Ground">The ground along it; none where there is no terrain, or no route.</param>
/// <param name="Fault">Why there is no route.</param>
public sealed record RouteAnswer(RoadRoute Route, RoadRoute? Before, RoadNetwork Network, ImmutableArray<GroundPoint> Ground, RouteFault Fault)
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
        return new RouteAnswer(route, before, network, ground, route.IsFound ? RouteFault.None : FaultOf(network, question));
    }

    // Parts of the network are those without closures.
    private static RouteFault FaultOf(RoadNetwork network, RouteQuestion question) =>
        network.Nearest(question.From) is not { } from || network.Nearest(question.To) is not { } to ? RouteFault.NoRoad
        : network.ComponentOf(network.Edge(from.Edge).From) != network.ComponentOf(network.Edge(to.Edge).From) ? RouteFault.Apart
        : RouteFault.Barred;
}
