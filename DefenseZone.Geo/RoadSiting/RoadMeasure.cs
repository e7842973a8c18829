using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>Measures a route on the ellipsoid, on the terrain and in money.</summary>
internal static class RoadMeasure
{
    internal static SitedRoad Of(GroundCosts ground, MoveCosts moves, GridRoute route, double overlapRatio)
    {
        (List<(double Column, double Row)> places, double turns, int hairpins) = Course(ground.Grid, moves, route);
        ImmutableArray<RoadProfilePoint> profile = Profile(ground.Grid, route, places);
        ImmutableArray<RoadCostPart> parts = Parts(ground, places, turns);
        return new SitedRoad
        {
            Profile = profile,
            Cost = parts.Sum(part => part.Cost),
            CostParts = parts,
            HairpinCount = hairpins,
            OverlapRatio = overlapRatio,
        };
    }

    /// <summary>The cells that a route passes through, with the length in metres in each.</summary>
    internal static IEnumerable<(int Node, double Metres)> Cells(SitingGrid grid, IReadOnlyList<(double Column, double Row)> places)
    {
        for (int i = 1; i < places.Count; i++)
        {
            ((double ac, double ar), (double bc, double br)) = (places[i - 1], places[i]);
            double metres = grid.Metres(ac, ar, bc, br);
            foreach (CellShare cell in GridSegment.Cells(ac, ar, bc, br))
                yield return (grid.Node(Math.Clamp(cell.Column, 0, grid.Columns - 1), Math.Clamp(cell.Row, 0, grid.Rows - 1)), cell.Share * metres);
        }
    }

    /// <summary>Where the height is looked at, in grid coordinates: about every cell.</summary>
    internal static (List<(double Column, double Row)> Places, double TurnCost, int Hairpins) Course(SitingGrid grid, MoveCosts moves, GridRoute route)
    {
        var places = new List<(double Column, double Row)> { grid.Frame.Locate(route.Start.Place) };
        double turns = 0;
        int hairpins = 0, before = -1;
        AddPieces(places, grid.At(route.Nodes[0]));
        for (int i = 1; i < route.Nodes.Length; i++)
        {
            (int column, int row) = grid.At(route.Nodes[i - 1]);
            (int nextColumn, int nextRow) = grid.At(route.Nodes[i]);
            int move = Find(nextColumn - column, nextRow - row);
            if (before >= 0)
            {
                turns += moves.Turn(before, move);
                hairpins += IsHairpin(grid, before, move) ? 1 : 0;
            }

            before = move;
            AddPieces(places, (nextColumn, nextRow));
        }

        AddPieces(places, grid.Frame.Locate(route.Goal.Place));
        return (places, turns, hairpins);
    }

    private static int Find(int columns, int rows)
    {
        for (int move = 0; ; move++)
        {
            if (RoadMove.All[move].Columns == columns && RoadMove.All[move].Rows == rows)
                return move;
        }
    }

    private static bool IsHairpin(SitingGrid grid, int before, int after)
    {
        double across = grid.Metres(1, 0, 0), down = grid.Metres(0, 1, 0);
        RoadMove a = RoadMove.All[before], b = RoadMove.All[after];
        return (a.Columns * b.Columns * across * across) + (a.Rows * b.Rows * down * down) < 0;
    }

    private static void AddPieces(List<(double Column, double Row)> places, (double Column, double Row) next)
    {
        (double column, double row) = places[^1];
        double across = next.Column - column, down = next.Row - row;
        int pieces = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(across), Math.Abs(down)) - 1e-9));
        if (Math.Abs(across) + Math.Abs(down) < 1e-6)
            return;
        for (int i = 1; i < pieces; i++)
            places.Add((column + (across * i / pieces), row + (down * i / pieces)));
        places.Add(next);
    }

    private static ImmutableArray<RoadProfilePoint> Profile(SitingGrid grid, GridRoute route, List<(double Column, double Row)> places)
    {
        var profile = ImmutableArray.CreateBuilder<RoadProfilePoint>(places.Count);
        for (int i = 0; i < places.Count; i++)
        {
            // The very coordinates of the ends, so that the road joins what is there.
            GeoPoint place = i == 0 ? route.Start.Place : i == places.Count - 1 ? route.Goal.Place : grid.Frame.Place(places[i].Column, places[i].Row);
            double height = grid.Elevation(places[i].Column, places[i].Row);
            if (i == 0)
            {
                profile.Add(new RoadProfilePoint(place, 0, height, 0));
                continue;
            }

            RoadProfilePoint before = profile[^1];
            double metres = Geodesic.Inverse(before.Place, place).DistanceMetres;
            profile.Add(new RoadProfilePoint(
                place, before.ChainageMetres + metres, height, metres > 0 ? (height - before.ElevationMetres) / metres : 0));
        }

        return profile.ToImmutable();
    }

    private static ImmutableArray<RoadCostPart> Parts(GroundCosts ground, List<(double Column, double Row)> places, double turns)
    {
        var parts = new Dictionary<string, (double Metres, double Cost)>(StringComparer.Ordinal);
        foreach ((int node, double metres) in Cells(ground.Grid, places))
        {
            string name = ground.Kinds[node].HasFlag(GroundKinds.Water) ? "water"
                : ground.Kinds[node].HasFlag(GroundKinds.Hazard) ? "hazard"
                : ground.Standard.SlopeClasses[ground.SlopeClasses[node]].Name;
            (double length, double cost) = parts.GetValueOrDefault(name);
            parts[name] = (length + metres, cost + (metres * ground.PerMetre[node]));
        }

        if (turns > 0)
            parts["turns"] = (0, turns);
        return [.. parts.Select(part => new RoadCostPart(part.Key, part.Value.Metres, part.Value.Cost))
            .OrderByDescending(part => part.Cost).ThenBy(part => part.Name, StringComparer.Ordinal)];
    }
}
