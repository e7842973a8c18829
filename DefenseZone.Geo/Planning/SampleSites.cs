using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Planning;

/// <summary>
/// Posts and candidate sites near the border. Posts keep to manned runs of it, more to some than to others, so
/// that gaps of every length come out; candidate sites are anywhere along it.
/// </summary>
internal sealed class SampleSites(SampleBorder border, int seed)
{
    private const double FarthestMetres = 8_000;
    private const double SmallestRadiusMetres = 2_000;
    private const double LargestRadiusMetres = 10_000;

    public ImmutableArray<Facility> Posts(int count, int unmannedRuns, double unmannedShare)
    {
        var random = new SeededRandom(seed, stream: 4);
        List<(double FromMetres, double ToMetres, double Weight)> runs = MannedRuns(unmannedRuns, unmannedShare, random);
        double weight = runs[^1].Weight;
        var posts = ImmutableArray.CreateBuilder<Facility>(count);
        for (int i = 0; i < count; i++)
        {
            double at = weight * random.NextUnit();
            (double from, double to, _) = runs.First(run => at < run.Weight);
            posts.Add(new Facility
            {
                Id = FeatureId.Of($"post-{i + 1}"),
                Name = $"Post {i + 1}",
                Kind = FacilityKind.MilitiaPost,
                CoverageRadiusMetres = Radius(random),
                Geometry = Point(Near(random.Next(from, to), random)),
            });
        }

        return posts.DrainToImmutable();
    }

    public ImmutableArray<CandidateSite> Candidates(int count)
    {
        var random = new SeededRandom(seed, stream: 5);
        var sites = ImmutableArray.CreateBuilder<CandidateSite>(count);
        for (int i = 0; i < count; i++)
        {
            double radius = Radius(random);
            sites.Add(new CandidateSite
            {
                Id = FeatureId.Of($"site-{i + 1}"),
                Name = $"Site {i + 1}",
                Kind = FacilityKind.MilitiaPost,
                CoverageRadiusMetres = radius,
                Cost = Math.Round((500 + (radius / 10)) * random.Next(0.8, 1.2)),
                Geometry = Point(Near(random.Next(0, border.LengthMetres), random)),
            });
        }

        return sites.DrainToImmutable();
    }

    public ImmutableArray<Facility> Bases(int count, SampleRoads roads)
    {
        var random = new SeededRandom(seed, stream: 6);
        var bases = ImmutableArray.CreateBuilder<Facility>(count);
        for (int i = 0; i < count; i++)
        {
            // Spread along the corridor, as junctions are numbered along it.
            int junction = (int)((i + random.NextUnit()) * roads.JunctionCount / count);
            bases.Add(new Facility
            {
                Id = FeatureId.Of($"base-{i + 1}"),
                Name = $"Base {i + 1}",
                Kind = FacilityKind.CombatBase,
                Geometry = Point(roads.Junction(junction)),
            });
        }

        return bases.DrainToImmutable();
    }

    // Manned and unmanned runs take turns. A weight is the sum of posts wanted up to the end of its run.
    private List<(double FromMetres, double ToMetres, double Weight)> MannedRuns(int unmannedRuns, double unmannedShare, SeededRandom random)
    {
        double period = border.LengthMetres / unmannedRuns;
        double weight = 0;
        List<(double, double, double)> runs = [];
        for (int i = 0; i < unmannedRuns; i++)
        {
            double from = period * (i + unmannedShare + (0.12 * random.NextSigned()));
            double to = period * (i + 1);
            double density = random.NextUnit();
            weight += (to - from) * (0.1 + (density * density));
            runs.Add((from, to, weight));
        }

        return runs;
    }

    // Within the farthest distance, evenly by distance; in any direction.
    private GridPoint Near(double chainageMetres, SeededRandom random)
    {
        GridPoint vertex = border.Vertices[border.VertexAt(chainageMetres)];
        GridScale scale = GridScale.At(vertex.Y);
        double east, north, square;
        do
        {
            east = random.NextSigned();
            north = random.NextSigned();
            square = (east * east) + (north * north);
        }
        while (square is > 1 or < 0.01);
        double reach = FarthestMetres * random.NextUnit() / Math.Sqrt(square);
        return GridPoint.Round(
            vertex.X + (east * reach / scale.MetresPerX),
            vertex.Y + (north * reach / scale.MetresPerY));
    }

    private static double Radius(SeededRandom random) => Math.Round(random.Next(SmallestRadiusMetres, LargestRadiusMetres));

    private static NetTopologySuite.Geometries.Point Point(GridPoint place) =>
        Wgs84Geometry.Factory.CreatePoint(place.ToCoordinate());
}
