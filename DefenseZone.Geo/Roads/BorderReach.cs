using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Roads;

/// <summary>Collects the stretches of a border that cones reach within a time.</summary>
internal sealed class BorderReach(BorderLine border, double limitSeconds, double walkSecondsPerMetre)
{
    private readonly List<BorderStretch> _near = [];
    private readonly List<BorderStretch> _reached = [];

    /// <summary>Adds what a piece of road reaches.</summary>
    internal void Add(Ecef a, Ecef b, double aSeconds, double bSeconds)
    {
        double rest = limitSeconds - aSeconds;
        if (!(rest >= 0))
            return;
        var cone = new ReachCone(a, b, aSeconds, bSeconds, walkSecondsPerMetre);

        // Everything that it reaches is nearer to A than what one walks at once, or drives along the piece.
        double half = cone.LengthMetres / 2;
        var middle = half == 0 ? a : new Ecef((a.X + b.X) / 2, (a.Y + b.Y) / 2, (a.Z + b.Z) / 2);
        _near.Clear();
        border.Within(middle, half + (rest / walkSecondsPerMetre) + 1, _near);
        BorderVertices vertices = border.Vertices;
        foreach (BorderStretch stretch in _near)
        {
            for (int i = EdgeAt(vertices.Chainages, stretch.FromMetres); i + 1 < vertices.Count && vertices.Chainages[i] < stretch.ToMetres; i++)
            {
                double from = vertices.Chainages[i], to = vertices.Chainages[i + 1];
                if (!(to > from))
                    continue;
                (double enter, double leave) = cone.Within(vertices.Place(i), vertices.Place(i + 1), limitSeconds);
                if (enter < leave)
                    _reached.Add(new BorderStretch(enter <= 0 ? from : from + (enter * (to - from)), leave >= 1 ? to : from + (leave * (to - from))));
            }
        }
    }

    /// <summary>What all of them reach together: in order, no two touching.</summary>
    internal List<BorderStretch> Stretches()
    {
        _reached.Sort(static (left, right) => left.FromMetres.CompareTo(right.FromMetres));
        var joined = new List<BorderStretch>();
        foreach (BorderStretch stretch in _reached)
        {
            if (joined.Count > 0 && stretch.FromMetres <= joined[^1].ToMetres)
                joined[^1] = joined[^1] with { ToMetres = Math.Max(joined[^1].ToMetres, stretch.ToMetres) };
            else
                joined.Add(stretch);
        }

        return joined;
    }

    private static int EdgeAt(double[] chainages, double chainage)
    {
        int found = Array.BinarySearch(chainages, chainage);
        return Math.Max(0, found >= 0 ? found : ~found - 1);
    }
}
