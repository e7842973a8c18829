using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>A stretch of border that too few facilities cover.</summary>
public sealed record BorderGap
{
    /// <summary>Its number along the border, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Chainage of its start.</summary>
    public required double FromMetres { get; init; }

    /// <summary>Chainage of its end.</summary>
    public required double ToMetres { get; init; }

    /// <summary>Its length in metres.</summary>
    public double LengthMetres => ToMetres - FromMetres;

    /// <summary>Where it starts.</summary>
    public required GeoPoint From { get; init; }

    /// <summary>Where it ends.</summary>
    public required GeoPoint To { get; init; }

    /// <summary>The least number of facilities that cover a place of it; 0 unless a depth above 1 was required.</summary>
    public required int MinimumDepth { get; init; }

    /// <summary>The facility nearest to any point of it, among those that took part; none where none did.</summary>
    public Facility? NearestFacility { get; init; }

    /// <summary>The geodesic distance in metres from that facility to the nearest point of the gap; NaN where there is none.</summary>
    public double NearestDistanceMetres { get; init; } = double.NaN;

    /// <summary>The zone of the narrowest level that holds its middle, or is the nearest within 1 km; none where there is no such zone.</summary>
    public DefensiveZone? Zone { get; init; }

    internal static ImmutableArray<BorderGap> Describe(CoverageReport report)
    {
        var places = new Ecef[report.ConsideredFacilities.Length];
        for (int i = 0; i < places.Length; i++)
        {
            (double longitude, double latitude) = report.ConsideredFacilities[i].Place;
            places[i] = Ecef.Of(new GeoPoint(longitude, latitude));
        }

        PlanZones zones = PlanZones.Of(report.Problem.Plan);
        var gaps = new BorderGap[report.GapCount];
        SharedWork.Do(gaps.Length, i =>
        {
            BorderStretch stretch = report.GapStretches[i];
            (Facility? nearest, double distance) = Nearest(report, places, stretch);
            (double longitude, double latitude) = report.Border.FlatPlaceAt((stretch.FromMetres + stretch.ToMetres) / 2);
            gaps[i] = new BorderGap
            {
                Number = i + 1,
                FromMetres = stretch.FromMetres,
                ToMetres = stretch.ToMetres,
                From = report.Border.PointAt(stretch.FromMetres),
                To = report.Border.PointAt(stretch.ToMetres, endOfPart: true),
                MinimumDepth = report.Problem.RequiredDepth == 1 ? 0 : LeastDepth(report, stretch),
                NearestFacility = nearest,
                NearestDistanceMetres = distance,
                Zone = zones.NarrowestAt(longitude, latitude),
            };
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(gaps);
    }

    private static int LeastDepth(CoverageReport report, BorderStretch gap)
    {
        int least = int.MaxValue;
        for (int i = report.Stretches.IndexAfter(gap.FromMetres); i < report.Stretches.Count && report.Stretches[i].FromMetres < gap.ToMetres; i++)
            least = Math.Min(least, report.Stretches[i].Depth);
        return least;
    }

    // The middle of the gap and half its length bound the distance to any point of it, so that only facilities whose
    // bound beats the best so far are measured against the gap's own shape.
    private static (Facility? Facility, double DistanceMetres) Nearest(CoverageReport report, Ecef[] places, BorderStretch gap)
    {
        double middle = (gap.FromMetres + gap.ToMetres) / 2;
        Ecef centre = Ecef.Of(report.Border.PointAt(middle));
        int nearest = -1;
        double best = double.PositiveInfinity;
        for (int i = 0; i < places.Length; i++)
        {
            double distance = centre.DistanceMetresTo(places[i]);
            if (distance < best)
                (nearest, best) = (i, distance);
        }

        if (nearest < 0)
            return (null, double.NaN);
        (double bestChainage, best) = report.Border.NearestChord(places[nearest], gap);
        for (int i = 0; i < places.Length; i++)
        {
            if (centre.DistanceMetresTo(places[i]) - (gap.LengthMetres / 2) >= best)
                continue;
            (double chainage, double chord) = report.Border.NearestChord(places[i], gap);
            if (chord < best)
                (nearest, bestChainage, best) = (i, chainage, chord);
        }

        (double longitude, double latitude) = report.ConsideredFacilities[nearest].Place;
        GeodesicLine line = Geodesic.Inverse(
            new GeoPoint(longitude, latitude),
            report.Border.PointAt(bestChainage, endOfPart: bestChainage >= gap.ToMetres));
        return (report.ConsideredFacilities[nearest], line.DistanceMetres);
    }
}
