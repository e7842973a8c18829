using System.Text.Json;
using System.Text.Json.Nodes;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Api.Processes.Inputs;

/// <summary>The part of the plan's terrain that is asked about.</summary>
internal static class BoxInput
{
    // Two bytes to eight a cell while it is worked on, and as much as a job may answer with.
    private const long MostCells = 9_000_000;

    public static readonly ProcessInput<GeoExtent> Box = new(
        "bbox",
        "Part",
        "Only this part of the terrain: [west, south, east, north] in degrees; without it, all of it, where that is not too much at once.",
        GeoExtent.Empty,
        () => new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 4,
            ["maxItems"] = 4,
            ["items"] = new JsonObject { ["type"] = "number" },
        },
        Read);

    /// <summary>The part; refused where the plan has no terrain, or none there, or too much to work on at once.</summary>
    public static TerrainPart Part(InputValues values, Plan plan)
    {
        var part = new TerrainPart(ElevationSurface.Of(plan)) { Box = values.Of(Box) };
        if (plan.Terrain.IsEmpty)
        {
            values.RefuseAll("The plan has no terrain.", "Put .hgt, GeoTIFF or .asc files into the plan's folder 'terrain'.");
            return part;
        }

        if (!values.IsSound(Box))
            return part;
        GeoExtent extent = part.Terrain.Extent;
        string reach = FormattableString.Invariant($"[{extent.WestDegrees:0.####}, {extent.SouthDegrees:0.####}, {extent.EastDegrees:0.####}, {extent.NorthDegrees:0.####}]");
        GridFrame frame = part.Frame;
        if (frame.IsEmpty)
            values.Refuse(Box, "The terrain has no cells there.", $"It lies within {reach}.");
        else if (frame.Count > MostCells)
            values.Refuse(Box, FormattableString.Invariant($"This is {frame.Columns} × {frame.Rows} cells of the terrain."), FormattableString.Invariant($"At most {MostCells} are worked on at once: give a smaller part of {reach}."));
        return part;
    }

    private static GeoExtent Read(JsonElement value, string at, FaultList faults)
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 4 && value.EnumerateArray().All(bound => bound.ValueKind == JsonValueKind.Number))
        {
            double[] bounds = [.. value.EnumerateArray().Select(bound => bound.GetDouble())];
            if (Math.Abs(bounds[0]) <= 180 && Math.Abs(bounds[2]) <= 180 && bounds[1] >= -90 && bounds[1] <= bounds[3] && bounds[3] <= 90)
                return new GeoExtent(bounds[0], bounds[1], bounds[2], bounds[3]);
        }

        faults.Add(new Fault(at, "This is no box.", "It must be an array of four numbers in degrees: west, south, east, north, with south no more than north."));
        return GeoExtent.Empty;
    }
}
