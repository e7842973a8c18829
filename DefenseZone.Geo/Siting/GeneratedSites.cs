using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Siting;

/// <summary>Makes candidate sites along the border, on roads and at places.</summary>
internal sealed class GeneratedSites
{
    // Seven decimals are a centimetre, and what a plan folder keeps.
    private const int Decimals = 7;

    private readonly CandidateGeneration _generation;
    private readonly List<IPointOnGeometryLocator> _forbidden;
    private readonly ImmutableArray<CandidateSite>.Builder _sites = ImmutableArray.CreateBuilder<CandidateSite>();

    private GeneratedSites(CandidateGeneration generation)
    {
        _generation = generation;
        _forbidden = [.. generation.ForbiddenAreas.Where(area => !area.IsEmpty).Select(area => new IndexedPointInAreaLocator(area))];
    }

    internal static ImmutableArray<CandidateSite> Of(CandidateGeneration generation, CancellationToken cancellationToken)
    {
        Check(generation);
        var sites = new GeneratedSites(generation);
        sites.AlongBorder(cancellationToken);
        sites.AlongRoads(cancellationToken);
        foreach (GeoPlace place in generation.Places)
            sites.Add(place.Name, new GeoPoint(place.LongitudeDegrees, place.LatitudeDegrees));
        return sites._sites.ToImmutable();
    }

    private static void Check(CandidateGeneration generation)
    {
        Positive(generation.BorderSpacingMetres, nameof(generation.BorderSpacingMetres));
        Positive(generation.RoadSpacingMetres, nameof(generation.RoadSpacingMetres));
        Positive(generation.RoadsWithinMetres, nameof(generation.RoadsWithinMetres));
        Positive(generation.CoverageRadiusMetres, nameof(generation.CoverageRadiusMetres));
        Within(generation.CoverageRadiusMetres ?? 1, 0, RadiusCoverage.LargestRadiusMetres, nameof(generation.CoverageRadiusMetres));
        Within(generation.Cost ?? 0, 0, double.MaxValue, nameof(generation.Cost));
    }

    private static void Within(double value, double least, double most, string name)
    {
        if (!(value >= least && value <= most))
            throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"It must be from {least:0} to {most:0.####}."));
    }

    private static void Positive(double? metres, string name)
    {
        if (metres is { } value && !(value > 0))
            throw new ArgumentOutOfRangeException(name, value, "It must be above 0 metres.");
    }

    // Half a spacing from the start of each part, so that the first site covers as much on either side of it.
    private void AlongBorder(CancellationToken cancellationToken)
    {
        if (_generation.BorderSpacingMetres is not { } spacing)
            return;
        BorderLine border = BorderLine.Of(_generation.Plan);
        int number = 0;
        foreach (BorderStretch part in border.Parts)
        {
            int count = Math.Max(1, (int)Math.Round(part.LengthMetres / spacing));
            for (int i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Add($"border-{++number}", border.PointAt(part.FromMetres + (part.LengthMetres * (i + 0.5) / count)));
            }
        }
    }

    private void AlongRoads(CancellationToken cancellationToken)
    {
        if (_generation.RoadSpacingMetres is not { } spacing || _generation.Plan.BorderSegments.IsEmpty)
            return;
        BorderLine border = BorderLine.Of(_generation.Plan);
        int number = 0;
        foreach (PatrolRoad road in _generation.Plan.PatrolRoads)
        {
            if (road.Status == LifecycleStatus.Retired)
                continue;
            for (int i = 0; i < road.Geometry.NumGeometries; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (road.Geometry.GetGeometryN(i) is LineString { IsEmpty: false } line)
                    AlongRoad(line, spacing, border, ref number);
            }
        }
    }

    private void AlongRoad(LineString line, double spacing, BorderLine border, ref int number)
    {
        double next = spacing / 2, walked = 0;
        CoordinateSequence sequence = line.CoordinateSequence;
        var from = new GeoPoint(sequence.GetX(0), sequence.GetY(0));
        for (int i = 1; i < sequence.Count; i++)
        {
            var to = new GeoPoint(sequence.GetX(i), sequence.GetY(i));
            GeodesicLine edge = Geodesic.Inverse(from, to);
            for (; next <= walked + edge.DistanceMetres; next += spacing)
            {
                GeoPoint place = Geodesic.Direct(from, edge.InitialAzimuthDegrees, next - walked);
                if (border.Nearest(place).DistanceMetres <= _generation.RoadsWithinMetres)
                    Add($"road-{++number}", place);
            }

            walked += edge.DistanceMetres;
            from = to;
        }
    }

    private void Add(string name, GeoPoint place)
    {
        var coordinate = new Coordinate(Math.Round(place.LongitudeDegrees, Decimals), Math.Round(place.LatitudeDegrees, Decimals));
        foreach (IPointOnGeometryLocator area in _forbidden)
        {
            if (area.Locate(coordinate) != Location.Exterior)
                return;
        }

        _sites.Add(new CandidateSite
        {
            Id = FeatureId.Of(name),
            Name = name,
            Kind = _generation.Kind,
            Geometry = Wgs84Geometry.Factory.CreatePoint(coordinate),
            CoverageRadiusMetres = _generation.CoverageRadiusMetres,
            Cost = _generation.Cost,
        });
    }
}
