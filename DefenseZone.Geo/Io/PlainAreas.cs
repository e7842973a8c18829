using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>
/// Tells quickly of most areas that they are valid: those without holes whose rings neither cross nor touch themselves,
/// and whose parts lie apart. Whatever is in doubt is left to the full check, which takes fifty times as long.
/// </summary>
internal static class PlainAreas
{
    private const int Eight = 8;
    private const double DoubtfulDegrees = 1e-13;

    public static bool IsCertainlyValid(Geometry area)
    {
        for (int i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is not Polygon { IsEmpty: false, NumInteriorRings: 0 } polygon)
                return false;
            for (int before = 0; before < i; before++)
            {
                if (area.GetGeometryN(before).EnvelopeInternal.Intersects(polygon.EnvelopeInternal))
                    return false;
            }

            if (!new Ring(Wgs84Geometry.Positions(polygon.ExteriorRing.CoordinateSequence)).IsSimple())
                return false;
        }

        return true;
    }

    /// <summary>A closed ring as longitude, latitude, longitude, latitude, ….</summary>
    private readonly ref struct Ring(double[] positions)
    {
        private readonly ReadOnlySpan<double> _at = positions;
        private readonly int _edges = (positions.Length / 2) - 1;

        internal bool IsSimple()
        {
            if (_edges < 3)
                return false;
            var boxes = new BoxGrid.Box[(_edges + Eight - 1) / Eight];
            for (int run = 0; run < boxes.Length; run++)
                boxes[run] = BoxGrid.Box.Around(_at.Slice(2 * Eight * run, 2 * (Math.Min(Eight, _edges - (Eight * run)) + 1)));
            for (int i = 0; i < _edges; i++)
            {
                if (FoldsBack(i, i + 1 == _edges ? 0 : i + 1))
                    return false;
            }

            for (int run = 0; run < boxes.Length; run++)
            {
                bool leadsOn = LeadsOn(run);
                for (int other = leadsOn ? run + 2 : run; other < boxes.Length; other++)
                {
                    if (boxes[run].Meets(in boxes[other]) && !AreApart(run, other))
                        return false;
                }
            }

            return true;
        }

        // Edges that all advance in one direction, those of a run and of the next, never meet one another but at their ends.
        private bool LeadsOn(int run)
        {
            int first = Eight * run, end = Math.Min(_edges, first + (2 * Eight));
            double x = _at[2 * end] - _at[2 * first], y = _at[(2 * end) + 1] - _at[(2 * first) + 1];
            double doubt = DoubtfulDegrees * (Math.Abs(x) + Math.Abs(y));
            for (int i = first; i < end; i++)
            {
                if (!(((_at[(2 * i) + 2] - _at[2 * i]) * x) + ((_at[(2 * i) + 3] - _at[(2 * i) + 1]) * y) > doubt))
                    return false;
            }

            return true;
        }

        private bool AreApart(int run, int later)
        {
            int end = Math.Min(_edges, Eight * (run + 1)), laterEnd = Math.Min(_edges, Eight * (later + 1));
            for (int edge = Eight * run; edge < end; edge++)
            {
                BoxGrid.Box box = BoxOf(edge);
                for (int other = Math.Max(edge + 2, Eight * later); other < laterEnd; other++)
                {
                    if (box.Meets(BoxOf(other)) && MayMeet(edge, other))
                        return false;
                }
            }

            return true;
        }

        private BoxGrid.Box BoxOf(int edge) =>
            BoxGrid.Box.Around(_at[2 * edge], _at[(2 * edge) + 1], _at[(2 * edge) + 2], _at[(2 * edge) + 3]);

        // Neighbours have an end in common; the first and the last edge of a ring are neighbours too.
        private bool MayMeet(int edge, int other) =>
            !(edge == 0 && other == _edges - 1)
            && !IsToOneSide(edge, other)
            && !IsToOneSide(other, edge);

        // Both ends of the other edge lie to the same side of this one, with certainty.
        private bool IsToOneSide(int edge, int other)
        {
            double ax = _at[2 * edge], ay = _at[(2 * edge) + 1], dx = _at[(2 * edge) + 2] - ax, dy = _at[(2 * edge) + 3] - ay;
            double doubt = DoubtfulDegrees * (Math.Abs(dx) + Math.Abs(dy));
            double start = (dx * (_at[(2 * other) + 1] - ay)) - (dy * (_at[2 * other] - ax));
            double end = (dx * (_at[(2 * other) + 3] - ay)) - (dy * (_at[(2 * other) + 2] - ax));
            return (start > doubt && end > doubt) || (start < -doubt && end < -doubt);
        }

        private bool FoldsBack(int edge, int next)
        {
            double dx = _at[(2 * edge) + 2] - _at[2 * edge], dy = _at[(2 * edge) + 3] - _at[(2 * edge) + 1];
            double ex = _at[(2 * next) + 2] - _at[2 * next], ey = _at[(2 * next) + 3] - _at[(2 * next) + 1];
            double doubt = DoubtfulDegrees * (Math.Abs(dx) + Math.Abs(dy));
            return Math.Abs((dx * ey) - (dy * ex)) <= doubt && (dx * ex) + (dy * ey) <= 0;
        }
    }
}
