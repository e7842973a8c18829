using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Api.Work;

/// <summary>
/// How much work a question is likely to be, by what it counts over: cells, observers, vertices. The unit is about a
/// nanosecond on one processor. These are estimates for the order of work, not promises.
/// </summary>
internal static class WorkCost
{
    // Half a second, and twice that where the machine is busy.
    private const double MostOfQuick = 5e8;

    // The network is made of each vertex, and gone over several times.
    private const double PerRoadVertex = 2_000;

    /// <summary>The class of work of that cost.</summary>
    public static WorkClass ClassOf(double cost) => cost <= MostOfQuick ? WorkClass.Quick : WorkClass.Long;

    /// <summary>So many things, each gone over at so much.</summary>
    public static WorkClass Each(double count, double cost) => ClassOf(count * cost);

    /// <summary>Work over all roads of a plan.</summary>
    public static WorkClass Roads(Plan plan) => ClassOf(RoadCost(plan));

    /// <summary>The cover of a plan's border by a model.</summary>
    public static WorkClass Cover(Plan plan, CoverageModel model, FacilityFilter who) => model switch
    {
        SightCoverage sight => ClassOf(BorderSightCost(plan, sight.RangeMetres, who)),
        ResponseCoverage => Roads(plan),
        _ => Each(plan.BorderSegments.Sum(static segment => (double)segment.Geometry.NumPoints), 500),
    };

    /// <summary>What facilities see of the border.</summary>
    public static WorkClass BorderSight(Plan plan, double? rangeMetres, FacilityFilter who) => ClassOf(BorderSightCost(plan, rangeMetres, who));

    /// <summary>The ground that observers see.</summary>
    /// <param name="terrain">The terrain.</param>
    /// <param name="rangesMetres">How far each looks.</param>
    /// <param name="isExact">Whether a line is drawn to each cell.</param>
    public static WorkClass Ground(ElevationSurface terrain, IEnumerable<double> rangesMetres, bool isExact) => ClassOf(rangesMetres.Sum(range =>
    {
        double across = Cells(terrain, range);
        return 4 * across * across * (isExact ? across : 10);
    }));

    private static double RoadCost(Plan plan) => plan.PatrolRoads.Sum(static road => (double)road.Geometry.NumPoints) * PerRoadVertex;

    // A line of sight to each cell that the border crosses within range: some twice the range along it, and as long as it.
    private static double BorderSightCost(Plan plan, double? rangeMetres, FacilityFilter who)
    {
        var terrain = ElevationSurface.Of(plan);
        return who.Select(plan).Sum(facility =>
        {
            double across = Cells(terrain, rangeMetres ?? plan.CoverageRadiusMetres(facility) ?? 0);
            return 4 * across * across;
        });
    }

    // No terrain is wider than it is: beyond its edge there is nothing to look at.
    private static double Cells(ElevationSurface terrain, double rangeMetres) => terrain.IsEmpty
        ? 0
        : Math.Min(rangeMetres / terrain.ResolutionMetres, Math.Max(terrain.Frame.Columns, terrain.Frame.Rows));
}
