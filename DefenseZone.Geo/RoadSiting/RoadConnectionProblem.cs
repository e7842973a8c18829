using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>A question about a plan: which new roads join the parts of its road network that hang together into one, at least cost?</summary>
/// <remarks>
/// Two parts can be joined by the shortest line between them: straight, or by the cheapest course over the terrain between
/// its ends. Of those links the cheapest tree is taken that joins all parts, or with <see cref="OnlyWithFacilities"/> all that
/// a facility hangs on, by way of the others where that is cheaper. The bound that is reported holds among these links.
/// </remarks>
/// <param name="Plan">The plan.</param>
public sealed record RoadConnectionProblem(Plan Plan)
{
    // A part is joined to one of its nearest: more courses than these are not worth their time.
    private const int CoursesFromEachPart = 5;

    /// <summary>What is built, and what it costs.</summary>
    public RoadStandard Standard { get; init; } = RoadStandard.PatrolRoad;

    /// <summary>Where a road may not go, and where it costs more; for links over the terrain.</summary>
    public RoadObstacles Obstacles { get; init; } = RoadObstacles.Default;

    /// <summary>Which existing roads there are.</summary>
    public RoadNetworkOptions Roads { get; init; } = RoadNetworkOptions.Default;

    /// <summary>Whether links run over the terrain, where the plan has some; straight on gentle ground where not.</summary>
    public bool OnTerrain { get; init; } = true;

    /// <summary>Whether only the parts are joined that a facility hangs on, and the one with the most road.</summary>
    public bool OnlyWithFacilities { get; init; }

    /// <summary>Those facilities; of every kind where it names none.</summary>
    public FacilityFilter Facilities { get; init; } = FacilityFilter.Default;

    /// <summary>Answers the question.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public RoadConnectionReport Solve(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        RoadNetwork network = RoadNetwork.Of(Plan, Roads, cancellationToken);
        var report = new RoadConnectionReport { Problem = this, PartCount = network.ComponentCount };
        if (RoadSitingFaults.OfZones(Obstacles, Plan) is [var unknown])
            return report with { Reasons = [unknown] };
        if (network.ComponentCount == 0)
            return report with { Reasons = [new RoadRemark.NoExistingRoads()] };
        if (network.ComponentCount == 1)
            return report with { JoinedCount = 1, IsJoinedAlready = true, Reasons = [new RoadRemark.JoinedAlready()] };
        int[] terminals = [.. Terminals(network)];
        if (terminals.Length == 1)
            return report with { JoinedCount = 1, IsJoinedAlready = true, Reasons = [new RoadRemark.FacilitiesJoinedAlready()] };
        var remarks = new List<RoadRemark>();
        List<ConnectionLink> links = Links(network, remarks, progress, cancellationToken);
        SteinerTree? tree = SteinerTree.Of(
            network.ComponentCount, [.. links.Select(link => new CostEdge(link.FromPart, link.ToPart, link.Cost))], terminals, cancellationToken);
        progress?.Report(1);
        report = report with { JoinedCount = terminals.Length, Remarks = [.. remarks] };
        return tree is null
            ? report with { Reasons = [new RoadRemark.NotAllJoined(), .. remarks] }
            : report with
            {
                Links = [.. tree.Edges.Select(edge => links[edge]).OrderByDescending(link => link.Cost)],
                Cost = tree.Cost,
                LowerBoundCost = tree.LowerBound,
                FoundBy = tree.Method,
            };
    }

    private IEnumerable<int> Terminals(RoadNetwork network)
    {
        if (!OnlyWithFacilities)
            return Enumerable.Range(0, network.ComponentCount);
        var parts = new SortedSet<int> { 0 };
        FacilityFilter served = Facilities.Kinds.IsDefaultOrEmpty ? Facilities with { Kinds = [.. Enum.GetValues<FacilityKind>()] } : Facilities;
        foreach (Facility facility in served.Select(Plan))
        {
            if (network.Join(facility) is { } point)
                parts.Add(network.ComponentOf(network.Edge(point.Edge).From));
        }

        return parts;
    }

    private List<ConnectionLink> Links(RoadNetwork network, List<RoadRemark> remarks, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        bool onTerrain = OnTerrain && !ElevationSurface.Of(Plan).IsEmpty;
        List<IslandLink> lines = IslandLinks.Of(network, onTerrain ? null : progress, cancellationToken);
        double perMetre = Standard.SlopeClasses[0].CostPerKilometre / 1000;
        if (!onTerrain)
        {
            remarks.Add(new RoadRemark.StraightLinks(ForWantOfTerrain: OnTerrain));
            return [.. lines.Select(line => new ConnectionLink(line.FromPart, line.ToPart, line.From, line.To, line.Metres, line.Metres * perMetre, null))];
        }

        List<IslandLink> nearest = Nearest(network.ComponentCount, lines);
        var links = new List<ConnectionLink>();
        int impossible = 0;
        for (int i = 0; i < nearest.Count; i++)
        {
            IslandLink line = nearest[i];
            RoadSitingReport course = new RoadSitingProblem(Plan, RoadEnd.At(line.From), RoadEnd.At(line.To))
            {
                Standard = Standard,
                Obstacles = Obstacles,
                Roads = Roads,
                Alternatives = 1,
                MaximumCells = 1_000_000,
            }.Solve(cancellationToken: cancellationToken);
            if (course.IsFound)
                links.Add(new ConnectionLink(line.FromPart, line.ToPart, line.From, line.To, course.Roads[0].LengthMetres, course.Roads[0].Cost, course.Roads[0]));
            else
                impossible++;
            progress?.Report((i + 1.0) / nearest.Count);
        }

        if (impossible > 0)
            remarks.Add(new RoadRemark.ImpossibleLinks(impossible, nearest.Count));
        return links;
    }

    // For each part the shortest few, and the tree of shortest links, so that all hang together.
    private static List<IslandLink> Nearest(int parts, List<IslandLink> lines)
    {
        var graph = new LinkGraph(parts, [.. lines.Select(line => new CostEdge(line.FromPart, line.ToPart, line.Metres))]);
        var chosen = new SortedSet<int>(graph.SpanningTree([.. Enumerable.Range(0, parts)]));
        for (int part = 0; part < parts; part++)
            chosen.UnionWith(graph.At(part).OrderBy(edge => lines[edge].Metres).ThenBy(edge => edge).Take(CoursesFromEachPart));
        return [.. chosen.Select(edge => lines[edge])];
    }
}
