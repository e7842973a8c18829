using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Cli.Output;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Terrain.Survey;

namespace DefenseZone.Geo.Cli.Pages;

/// <summary>The answer of <c>dzgeo terrain</c> for people.</summary>
internal static class TerrainPage
{
    /// <summary>The figures, the tiles, and the posts without ground.</summary>
    public static Page Of(TerrainReport report)
    {
        ElevationSurface terrain = report.Problem.Terrain;
        GeoExtent extent = terrain.Extent;
        bool isKnown = report.Elevations.VoidCells < report.Elevations.Cells;
        var tables = ImmutableArray.CreateBuilder<Table>();
        tables.Add(new Table(
            "Tiles",
            [new("Tile"), new("Format"), new("System"), new("Cells", true), new("Resolution", true)],
            [.. terrain.Tiles.Select(Tile)]));
        if (!report.Posts.IsEmpty)
        {
            tables.Add(new Table(
                "Posts and candidate sites without ground, which see nothing",
                [new("Post"), new("Name"), new("Stands")],
                [.. report.Posts.Select(post => new Row([$"{post.Post.LayerName}/{post.Post.Id}", post.Post.Name, post.Ground == PlaceGround.Void ? "on a void" : "outside the terrain"], Tone.Warning))]));
        }

        return new Page
        {
            Title = "Terrain",
            Figures =
            [
                .. GroundFigures.Of(terrain.Frame, report.Elevations),
                new Figure("Lowest at", isKnown ? Place(report.LowestPlace) : "-"),
                new Figure("Highest at", isKnown ? Place(report.HighestPlace) : "-"),
                new Figure("From", Place(new GeoPoint(extent.WestDegrees, extent.SouthDegrees))),
                new Figure("To", Place(new GeoPoint(extent.EastDegrees, extent.NorthDegrees))),
                .. Border(report.Border),
            ],
            Tables = tables.ToImmutable(),
            Notes = report.Notes,
        };
    }

    private static IEnumerable<Figure> Border(BorderGround border)
    {
        if (border.LengthMetres <= 0)
            yield break;
        yield return new Figure("Border", Figures.Length(border.LengthMetres));
        yield return Share("On known ground", border.KnownMetres, border.LengthMetres, isGood: border.VoidMetres + border.OutsideMetres <= 0);
        if (border.VoidMetres > 0)
            yield return Share("On voids", border.VoidMetres, border.LengthMetres, isGood: false);
        if (border.OutsideMetres > 0)
            yield return Share("Outside", border.OutsideMetres, border.LengthMetres, isGood: false);
    }

    private static Figure Share(string label, double metres, double all, bool isGood) =>
        new(label, $"{Figures.Length(metres)} ({Figures.Share(metres / all)})", isGood ? Tone.Good : Tone.Warning);

    private static Row Tile(TerrainTile tile) => new(
    [
        tile.Name,
        tile.Format,
        tile.Frame.System.ToString()!,
        string.Create(CultureInfo.InvariantCulture, $"{tile.Frame.Columns:#,0} × {tile.Frame.Rows:#,0}"),
        string.Create(CultureInfo.InvariantCulture, $"{tile.Frame.ResolutionMetres:0.##} m"),
    ]);

    private static string Place(GeoPoint place) => FormattableString.Invariant($"{place.LongitudeDegrees:0.#####}, {place.LatitudeDegrees:0.#####}");
}
