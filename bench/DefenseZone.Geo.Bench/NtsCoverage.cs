using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Linemerge;
using NetTopologySuite.Operation.Union;

namespace DefenseZone.Geo.Bench;

/// <summary>What a NetTopologySuite user would write for coverage and gaps: three idioms.</summary>
internal sealed class NtsCoverage(PlaneBorder plane)
{
    private const double MinimumGapMetres = 1;

    public IEnumerable<Contender> Contenders()
    {
        yield return new(Works.Coverage, "NTS, union and difference", false, 1, () => Run.Of(UnionAndDifference, Totals));
        yield return new(Works.Coverage, "NTS, union, prepared by chunks", false, 1, () => Run.Of(UnionPrepared, Totals));
        yield return new(Works.Coverage, "NTS, chunk by chunk", false, 1, () => Run.Of(ChunkByChunk, Totals));
    }

    private List<Geometry> UnionAndDifference() =>
        [plane.Line.Difference(UnaryUnionOp.Union(plane.Circles()))];

    private List<Geometry> UnionPrepared()
    {
        Geometry covered = UnaryUnionOp.Union(plane.Circles());
        var tree = new STRtree<IPreparedGeometry>();
        for (int i = 0; i < covered.NumGeometries; i++)
            tree.Insert(covered.GetGeometryN(i).EnvelopeInternal, PreparedGeometryFactory.Prepare(covered.GetGeometryN(i)));
        var left = new List<Geometry>();
        foreach (LineString chunk in plane.Chunks)
        {
            Geometry rest = chunk;
            foreach (IPreparedGeometry part in tree.Query(chunk.EnvelopeInternal))
            {
                if (part.ContainsProperly(chunk))
                {
                    rest = PlaneBorder.Factory.CreateEmpty(Dimension.Curve);
                    break;
                }

                if (part.Intersects(chunk))
                    rest = rest.Difference(part.Geometry);
            }

            if (!rest.IsEmpty)
                left.Add(rest);
        }

        return left;
    }

    private List<Geometry> ChunkByChunk()
    {
        var tree = new STRtree<IPreparedGeometry>();
        foreach (Geometry circle in plane.Circles())
            tree.Insert(circle.EnvelopeInternal, PreparedGeometryFactory.Prepare(circle));
        var left = new List<Geometry>();
        foreach (LineString chunk in plane.Chunks)
        {
            IList<IPreparedGeometry> near = tree.Query(chunk.EnvelopeInternal);
            if (near.Any(circle => circle.ContainsProperly(chunk)))
                continue;
            Geometry[] touching = [.. near.Where(circle => circle.Intersects(chunk)).Select(circle => circle.Geometry)];
            Geometry rest = touching.Length == 0 ? chunk : chunk.Difference(UnaryUnionOp.Union(touching));
            if (!rest.IsEmpty)
                left.Add(rest);
        }

        return left;
    }

    private static List<LineString> Merged(List<Geometry> left)
    {
        var merger = new LineMerger();
        merger.Add(left);
        return [.. merger.GetMergedLineStrings().Cast<LineString>()];
    }

    private Dictionary<string, double> Totals(List<Geometry> left)
    {
        List<LineString> gaps = Merged(left);
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["borderMetres"] = plane.Line.Length,
            ["coveredMetres"] = plane.Line.Length - gaps.Sum(gap => gap.Length),
            ["gapCount"] = gaps.Count(gap => gap.Length > MinimumGapMetres),
        };
    }
}
