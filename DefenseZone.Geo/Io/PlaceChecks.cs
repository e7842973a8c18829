using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>Finds features that lie far from all others, as one does whose longitude and latitude are swapped or zero.</summary>
internal sealed class PlaceChecks(LayerContent[] contents)
{
    private const double FarDegrees = 10;
    private const double NearDegrees = 5;
    private const int FewestFeatures = 4;

    public void Check()
    {
        int count = 0;
        foreach (LayerContent content in contents)
            count += content.Features.Count;
        var longitudes = new List<double>(count);
        var latitudes = new List<double>(count);
        foreach (LayerContent content in contents)
        {
            foreach (PlanFeature feature in content.Features)
            {
                if (First(feature.Geometry) is not { } place)
                    continue;
                longitudes.Add(place.X);
                latitudes.Add(place.Y);
            }
        }

        if (longitudes.Count < FewestFeatures)
            return;
        (double longitude, double longitudeSpread) = Middle(longitudes);
        (double latitude, double latitudeSpread) = Middle(latitudes);
        double far = Math.Max(FarDegrees, 20 * Math.Max(longitudeSpread, latitudeSpread));
        foreach (LayerContent content in contents)
        {
            for (int i = 0; i < content.Features.Count; i++)
            {
                if (First(content.Features[i].Geometry) is not { } place || IsWithin(place.X, place.Y, far))
                    continue;
                string remedy = IsWithin(place.Y, place.X, NearDegrees + longitudeSpread + latitudeSpread)
                    ? $"longitude comes first: swapped, [{place.Y}, {place.X}] would lie among them"
                    : "is it right? longitude comes first, both in degrees";
                content.Report(ProblemSeverity.Warning, i, ".geometry", $"the feature lies far from the others, at [{place.X}, {place.Y}]", remedy);
            }
        }

        bool IsWithin(double x, double y, double degrees) =>
            Math.Abs(Math.IEEERemainder(x - longitude, 360)) <= degrees && Math.Abs(y - latitude) <= degrees;
    }

    // Of lines asked of the sequence itself, which makes no object.
    private static (double X, double Y)? First(Geometry geometry) => geometry switch
    {
        { IsEmpty: true } => null,
        LineString { CoordinateSequence: { } line } => (line.GetX(0), line.GetY(0)),
        _ => (geometry.Coordinate.X, geometry.Coordinate.Y),
    };

    // The median, and the median distance from it: neither is moved by a few that are wrong. The distances take the
    // values' place, since there may be a great many.
    private static (double Median, double Spread) Middle(List<double> values)
    {
        values.Sort();
        double median = values[values.Count / 2];
        for (int i = 0; i < values.Count; i++)
            values[i] = Math.Abs(values[i] - median);
        values.Sort();
        return (median, values[values.Count / 2]);
    }
}
