using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Survey;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>
/// Finds border that lies outside of a plan's terrain, posts that stand outside of it or on a void, and tiles that turn out
/// not to be readable under a post. All of it is said, each tile once.
/// </summary>
internal sealed class TerrainChecks(LayerContent[] contents, Plan plan, ElevationSurface terrain, string folder, ProblemLog problems, CancellationToken cancellationToken)
{
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);
    private readonly GeoExtent _extent = terrain.Extent;

    public void Check()
    {
        foreach (LayerContent content in contents)
        {
            for (int i = 0; i < content.Features.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                switch (content.Features[i])
                {
                    case BorderSegment segment:
                        CheckSegment(content, i, segment.Geometry);
                        break;
                    case PlanFeature post when TerrainPosts.NeedsGround(plan, post):
                        CheckPost(content, i, post);
                        break;
                    default:
                        break;
                }
            }
        }
    }

    private void CheckSegment(LayerContent content, int at, Geometry geometry)
    {
        int outside = 0, all = 0;
        for (int part = 0; part < geometry.NumGeometries; part++)
        {
            if (geometry.GetGeometryN(part) is not LineString { IsEmpty: false, CoordinateSequence: { } line })
                continue;
            for (int i = 0; i < line.Count; i++)
            {
                all++;
                outside += terrain.Reaches(new GeoPoint(line.GetX(i), line.GetY(i))) ? 0 : 1;
            }
        }

        if (outside > 0)
        {
            content.Report(
                ProblemSeverity.Warning, at, ".geometry", $"{outside} of {all} vertices of the segment lie outside the terrain, where no post sees it",
                $"add terrain for it to {folder}: it reaches {Extent}");
        }
    }

    private void CheckPost(LayerContent content, int at, PlanFeature post)
    {
        GeoPoint place = TerrainPosts.PlaceOf(post);
        if (!terrain.Reaches(place))
        {
            content.Report(
                ProblemSeverity.Warning, at, ".geometry", FormattableString.Invariant($"it stands outside the terrain, at [{place.LongitudeDegrees}, {place.LatitudeDegrees}], and sees nothing"),
                $"add terrain for it to {folder}: it reaches {Extent}");
            return;
        }

        try
        {
            if (terrain.GroundAt(place) == PlaceGround.Void)
            {
                content.Report(
                    ProblemSeverity.Warning, at, ".geometry", FormattableString.Invariant($"it stands on a void of the terrain, at [{place.LongitudeDegrees}, {place.LatitudeDegrees}], and sees nothing"),
                    $"fill the void (gdal_fillnodata.py IN.tif OUT.tif), or add a tile to {folder} that knows the ground there");
            }
        }
        catch (TerrainException error)
        {
            if (_unreadable.Add(error.File))
            {
                problems.Add(new PlanProblem
                {
                    Severity = ProblemSeverity.Error,
                    File = folder + error.File,
                    Layer = string.Empty,
                    Message = error.Problem.Length > 0 ? error.Problem : error.Message,
                    Remedy = error.Remedy,
                });
            }
        }
    }

    private string Extent => FormattableString.Invariant(
        $"from [{_extent.WestDegrees:0.####}, {_extent.SouthDegrees:0.####}] to [{_extent.EastDegrees:0.####}, {_extent.NorthDegrees:0.####}]");
}
