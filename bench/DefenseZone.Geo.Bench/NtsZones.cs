using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Union;

namespace DefenseZone.Geo.Bench;

/// <summary>
/// What a NetTopologySuite user would write for the border, covered border and posts of each zone: prepared zones
/// against trees of border chunks and posts. Which chunks are covered is known before the clock runs: those that
/// are so in part are cut at the gaps' ends.
/// </summary>
internal sealed class NtsZones
{
    private readonly PlaneBorder _plane;
    private readonly List<(LineString Line, bool IsCovered)> _pieces = [];

    public NtsZones(PlaneBorder plane)
    {
        _plane = plane;
        var circles = new STRtree<Geometry>();
        foreach (Geometry circle in plane.Circles())
            circles.Insert(circle.EnvelopeInternal, circle);
        foreach (LineString chunk in plane.Chunks)
        {
            IList<Geometry> near = circles.Query(chunk.EnvelopeInternal);
            Geometry covered = near.Count == 0 ? PlaneBorder.Factory.CreateGeometryCollection() : UnaryUnionOp.Union(near);
            Add(chunk.Difference(covered), isCovered: false);
            Add(chunk.Intersection(covered), isCovered: true);
        }
    }

    public Contender Contender() =>
        new(Works.Zones, "NTS, prepared zones and STRtree", false, 1, () => Run.Of(Measure, Totals));

    private void Add(Geometry pieces, bool isCovered)
    {
        for (int i = 0; i < pieces.NumGeometries; i++)
        {
            if (pieces.GetGeometryN(i) is LineString { Length: > 0 } line)
                _pieces.Add((line, isCovered));
        }
    }

    private (double Border, double Covered, int Posts)[] Measure()
    {
        var border = new STRtree<(LineString Line, bool IsCovered)>();
        foreach ((LineString line, bool isCovered) in _pieces)
            border.Insert(line.EnvelopeInternal, (line, isCovered));
        var posts = new STRtree<Point>();
        foreach (Point post in _plane.Posts)
            posts.Insert(post.EnvelopeInternal, post);
        var zones = new (double Border, double Covered, int Posts)[_plane.Zones.Length];
        for (int i = 0; i < zones.Length; i++)
        {
            Geometry zone = _plane.Zones[i];
            IPreparedGeometry prepared = PreparedGeometryFactory.Prepare(zone);
            foreach ((LineString line, bool isCovered) in border.Query(zone.EnvelopeInternal))
            {
                double length = prepared.ContainsProperly(line) ? line.Length
                    : prepared.Intersects(line) ? zone.Intersection(line).Length : 0;
                zones[i].Border += length;
                zones[i].Covered += isCovered ? length : 0;
            }

            foreach (Point post in posts.Query(zone.EnvelopeInternal))
                zones[i].Posts += prepared.Covers(post) ? 1 : 0;
        }

        return zones;
    }

    private Dictionary<string, double> Totals((double Border, double Covered, int Posts)[] zones)
    {
        (double Border, double Covered, int Posts)[] communes =
            [.. zones.Where((_, i) => _plane.ZoneLevels[i] == ZoneLevel.Commune)];
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["zonesWithBorder"] = communes.Count(zone => zone.Border > 0),
            ["borderMetres"] = communes.Sum(zone => zone.Border),
            ["coveredMetres"] = communes.Sum(zone => zone.Covered),
            ["posts"] = communes.Sum(zone => zone.Posts),
        };
    }
}
