using System.Collections.Immutable;
using DefenseZone.Geo.Sight;

namespace DefenseZone.Geo.Rendering.Charts;

/// <summary>Where distances and heights of a profile come to lie in a chart.</summary>
internal readonly record struct ProfileScale(double LengthMetres, double LowestMetres, double HighestMetres, double LeftPixels, double TopPixels, double WidthPixels, double HeightPixels)
{
    // A profile of flat ground would else be all line and no ground.
    private const double LeastSpanMetres = 10;

    /// <summary>The lower edge of the ground.</summary>
    internal double FloorPixels => TopPixels + HeightPixels;

    /// <summary>The scale that holds the ground and the line of sight.</summary>
    internal static ProfileScale Of(ImmutableArray<ProfilePoint> points, double lengthMetres, double left, double top, double width, double height)
    {
        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        foreach (ProfilePoint point in points)
        {
            double ground = double.IsNaN(point.GroundMetres) ? point.SightMetres : point.GroundMetres;
            lowest = Math.Min(lowest, Math.Min(ground, point.SightMetres));
            highest = Math.Max(highest, Math.Max(ground, point.SightMetres));
        }

        double span = Math.Max(highest - lowest, LeastSpanMetres);
        return new ProfileScale(lengthMetres, lowest - (0.12 * span), highest + Math.Max(0, lowest + LeastSpanMetres - highest), left, top, width, height);
    }

    internal double X(double distanceMetres) => LeftPixels + (distanceMetres / LengthMetres * WidthPixels);

    internal double Y(double metres) => TopPixels + ((HighestMetres - metres) / (HighestMetres - LowestMetres) * HeightPixels);

    /// <summary>Round heights, three to six of them.</summary>
    internal IEnumerable<double> HeightTicks()
    {
        double least = (HighestMetres - LowestMetres) / 5, power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        double step = least <= power ? power : least <= 2 * power ? 2 * power : least <= 5 * power ? 5 * power : 10 * power;
        step = Math.Max(step, 1);
        for (double count = Math.Ceiling(LowestMetres / step); count * step <= HighestMetres; count++)
            yield return (count * step) + 0.0;
    }
}

/// <summary>Fewer points of a profile, for a chart that is narrower than it has points.</summary>
internal static class ProfileThinning
{
    /// <summary>At most two points for each column: the one that rises furthest above the line of sight or comes nearest to it, and the lowest.</summary>
    internal static ImmutableArray<ProfilePoint> To(ImmutableArray<ProfilePoint> points, int columns)
    {
        if (points.Length <= 2 * columns)
            return points;
        double length = points[^1].DistanceMetres;
        var kept = ImmutableArray.CreateBuilder<ProfilePoint>();
        kept.Add(points[0]);
        int i = 1;
        while (i < points.Length - 1)
        {
            int column = Column(points[i]);
            int highest = i, lowest = i;
            for (; i < points.Length - 1 && Column(points[i]) == column; i++)
            {
                highest = points[i].ExcessMetres > points[highest].ExcessMetres || double.IsNaN(points[highest].ExcessMetres) ? i : highest;
                lowest = points[i].GroundMetres < points[lowest].GroundMetres || double.IsNaN(points[lowest].GroundMetres) ? i : lowest;
            }

            kept.Add(points[Math.Min(highest, lowest)]);
            if (highest != lowest)
                kept.Add(points[Math.Max(highest, lowest)]);
        }

        kept.Add(points[^1]);
        return kept.ToImmutable();

        int Column(ProfilePoint point) => (int)(point.DistanceMetres / length * columns);
    }
}
