using System.Collections.Immutable;
using DefenseZone.Geo.Planning;

namespace DefenseZone.Geo.Terrain.Relief;

/// <summary>The limestone towers of a recipe: one in each cell of a lattice, off its middle, thinning out to the edge of its area.</summary>
internal sealed class ReliefTowers(ImmutableArray<KarstArea> areas, ReliefPlane plane, int seed)
{
    private const int EastKind = 71, SouthKind = 72, RadiusKind = 73, HeightKind = 74, ClusterKind = 75;

    /// <summary>Whether there are any.</summary>
    public bool IsEmpty => areas.IsDefaultOrEmpty;

    /// <summary>How much a place is karst, 0 to 1.</summary>
    public float Share(double x, double y)
    {
        double most = 0;
        foreach (KarstArea area in areas)
        {
            (double centreX, double centreY) = plane.Of(area.Centre);
            double dx = x - centreX, dy = y - centreY;
            double t = Math.Clamp((1 - (Math.Sqrt((dx * dx) + (dy * dy)) / area.RadiusMetres)) * 3, 0, 1);
            most = Math.Max(most, t * t * (3 - (2 * t)));
        }

        return (float)most;
    }

    /// <summary>The height of towers over the plain at the nodes of a lattice, in metres.</summary>
    public float[] Heights(double west, double north, double spacingX, double spacingY, int columns, int rows)
    {
        var heights = new float[columns * rows];
        foreach (KarstArea area in areas)
        {
            double east = west + (spacingX * columns), south = north + (spacingY * rows), side = area.SpacingMetres;
            for (long row = (long)Math.Floor(north / side) - 1; row <= (long)Math.Floor(south / side) + 1; row++)
            {
                for (long column = (long)Math.Floor(west / side) - 1; column <= (long)Math.Floor(east / side) + 1; column++)
                {
                    double x = (column + 0.5 + (0.38 * SeededRandom.SignedAt(seed, EastKind, column, row))) * side;
                    double y = (row + 0.5 + (0.38 * SeededRandom.SignedAt(seed, SouthKind, column, row))) * side;
                    double radius = (0.44 + (0.24 * SeededRandom.SignedAt(seed, RadiusKind, column, row))) * side;

                    // Towers stand in clusters with open plain between: where a coarse lattice is low there are none.
                    double cluster = SeededRandom.SignedAt(seed, ClusterKind, column >> 2, row >> 2), own = SeededRandom.SignedAt(seed, HeightKind, column, row);
                    double height = Math.Max(0, 0.45 + (0.35 * own) + (0.45 * cluster)) * area.TowerMetres * Share(x, y);
                    if (height > 1)
                        Raise(heights, (x - west) / spacingX, (y - north) / spacingY, radius / spacingX, radius / spacingY, (float)height, columns, rows);
                }
            }
        }

        return heights;
    }

    // A tower is a steep-sided dome: its slope is steepest a third of the way up.
    private static void Raise(float[] heights, double x, double y, double radiusX, double radiusY, float height, int columns, int rows)
    {
        int left = Math.Max(0, (int)Math.Ceiling(x - radiusX)), right = Math.Min(columns - 1, (int)Math.Floor(x + radiusX));
        int top = Math.Max(0, (int)Math.Ceiling(y - radiusY)), bottom = Math.Min(rows - 1, (int)Math.Floor(y + radiusY));
        for (int row = top; row <= bottom; row++)
        {
            double dy = (row - y) / radiusY;
            for (int column = left; column <= right; column++)
            {
                double dx = (column - x) / radiusX;
                double inside = 1 - Math.Sqrt((dx * dx) + (dy * dy));
                if (inside <= 0)
                    continue;
                float shape = (float)Math.Min(inside * 1.5, 1), dome = height * shape * shape * (3 - (2 * shape));
                ref float most = ref heights[(row * columns) + column];
                most = Math.Max(most, dome);
            }
        }
    }
}
