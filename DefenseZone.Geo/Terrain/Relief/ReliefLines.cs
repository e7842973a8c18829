using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Terrain.Relief;

/// <summary>Lines in the plane, and how far the nearest of them is.</summary>
internal sealed class ReliefLines
{
    private readonly Segment[] _segments;
    private readonly float _reach;

    /// <summary>Lines whose distance matters up to a reach.</summary>
    public ReliefLines(ImmutableArray<ImmutableArray<GeoPoint>> lines, ReliefPlane plane, double reachMetres)
    {
        _reach = (float)reachMetres;
        var segments = new List<Segment>();
        foreach (ImmutableArray<GeoPoint> line in lines)
        {
            for (int i = 1; i < line.Length; i++)
            {
                (double fromX, double fromY) = plane.Of(line[i - 1]);
                (double toX, double toY) = plane.Of(line[i]);
                segments.Add(new Segment(fromX, fromY, toX, toY));
            }
        }

        // From north to south, so that a block looks only at its own band of them.
        _segments = [.. segments.OrderBy(segment => segment.Top)];
    }

    private readonly record struct Segment(double FromX, double FromY, double ToX, double ToY)
    {
        public double Top => Math.Min(FromY, ToY);

        public double Bottom => Math.Max(FromY, ToY);
    }

    /// <summary>The distance to the nearest line at every node of a lattice, in metres; the reach where none is within it.</summary>
    public float[] Distances(double west, double north, double spacingX, double spacingY, int columns, int rows)
    {
        var squared = new float[columns * rows];
        Array.Fill(squared, _reach * _reach);
        double south = north + (spacingY * rows), east = west + (spacingX * columns);
        foreach (Segment segment in _segments)
        {
            if (segment.Top > south + _reach)
                break;
            double left = Math.Min(segment.FromX, segment.ToX), right = Math.Max(segment.FromX, segment.ToX);
            if (segment.Bottom >= north - _reach && left <= east + _reach && right >= west - _reach)
                Splat(segment, squared, west, north, spacingX, spacingY, columns, rows);
        }

        for (int i = 0; i < squared.Length; i++)
            squared[i] = MathF.Sqrt(squared[i]);
        return squared;
    }

    private void Splat(Segment segment, float[] squared, double west, double north, double spacingX, double spacingY, int columns, int rows)
    {
        int left = Node(Math.Min(segment.FromX, segment.ToX) - _reach - west, spacingX, columns), right = Node(Math.Max(segment.FromX, segment.ToX) + _reach - west, spacingX, columns);
        int top = Node(segment.Top - _reach - north, spacingY, rows), bottom = Node(segment.Bottom + _reach - north, spacingY, rows);
        double dx = segment.ToX - segment.FromX, dy = segment.ToY - segment.FromY, lengthSquared = (dx * dx) + (dy * dy);
        double inverse = lengthSquared > 0 ? 1 / lengthSquared : 0;
        for (int row = top; row <= bottom; row++)
        {
            double y = north + (row * spacingY) - segment.FromY;
            for (int column = left; column <= right; column++)
            {
                double x = west + (column * spacingX) - segment.FromX;
                double along = Math.Clamp(((x * dx) + (y * dy)) * inverse, 0, 1);
                double offX = x - (along * dx), offY = y - (along * dy);
                float distance = (float)((offX * offX) + (offY * offY));
                ref float least = ref squared[(row * columns) + column];
                if (distance < least)
                    least = distance;
            }
        }
    }

    private static int Node(double offset, double spacing, int count) => (int)Math.Clamp(Math.Floor(offset / spacing), 0, count - 1);
}
