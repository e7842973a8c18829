using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Roads;

/// <summary>Random small networks: a jittered grid from which roads are left out, some one-way, with a winding border above it.</summary>
internal static class RandomRoads
{
    internal static Plan Plan(int seed, int bases, int side = 7, double keep = 0.6)
    {
        var random = new Random(seed);
        double Jitter() => (random.NextDouble() - 0.5) * 0.008;
        var places = new Coordinate[side, side];
        for (int i = 0; i < side; i++)
        {
            for (int j = 0; j < side; j++)
                places[i, j] = new Coordinate(Math.Round(105 + (i * 0.02) + Jitter(), 7), Math.Round(20 + (j * 0.01) + Jitter(), 7));
        }

        var roads = new List<PatrolRoad>();
        void Road(Coordinate from, Coordinate to)
        {
            if (random.NextDouble() > keep)
                return;
            var middle = new Coordinate(Math.Round(((from.X + to.X) / 2) + (Jitter() / 4), 7), Math.Round(((from.Y + to.Y) / 2) + (Jitter() / 4), 7));
            roads.Add(AsciiMap.Road($"R{roads.Count + 1}", random.Next(10, 60), from.Copy(), middle, to.Copy()) with { OneWay = random.NextDouble() < 0.1 });
        }

        for (int i = 0; i < side; i++)
        {
            for (int j = 0; j < side; j++)
            {
                if (i + 1 < side)
                    Road(places[i, j], places[i + 1, j]);
                if (j + 1 < side)
                    Road(places[i, j], places[i, j + 1]);
            }
        }

        double top = 20 + (side * 0.01);
        Coordinate[] border = [.. Enumerable.Range(0, (side * 2) + 1).Select(i => new Coordinate(105 - 0.01 + (i * 0.01), top + (Jitter() * 2)))];
        return DefenseZone.Geo.Model.Plan.Empty with
        {
            PatrolRoads = [.. roads],
            BorderSegments = [new BorderSegment { Id = FeatureId.Of("B"), Geometry = Wgs84Geometry.Factory.CreateLineString(border) }],
            Facilities =
            [
                .. Enumerable.Range(1, bases).Select(i => new Facility
                {
                    Id = FeatureId.Of($"base {i}"),
                    Kind = FacilityKind.CombatBase,
                    Geometry = Wgs84Geometry.Factory.CreatePoint(new Coordinate(105 + (random.NextDouble() * side * 0.02), 20 + (random.NextDouble() * side * 0.007))),
                }),
            ],
        };
    }
}
