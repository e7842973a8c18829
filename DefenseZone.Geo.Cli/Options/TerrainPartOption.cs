using System.CommandLine;
using System.Globalization;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>The option for a part of a terrain.</summary>
internal static class TerrainPartOption
{
    /// <summary>A box in degrees; none for all of the terrain.</summary>
    public static Option<Given<GeoExtent>?> Of() => new("--bbox")
    {
        Description = "Only this part: longitudes and latitudes in degrees.",
        HelpName = "WEST,SOUTH,EAST,NORTH",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
            var bounds = new double[4];
            bool isBox = parts.Length == 4;
            for (int i = 0; i < 4 && isBox; i++)
                isBox = double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out bounds[i]) && Math.Abs(bounds[i]) <= (i % 2 == 0 ? 180 : 90);
            if (isBox && bounds[1] <= bounds[3])
                return new Given<GeoExtent>(new GeoExtent(bounds[0], bounds[1], bounds[2], bounds[3]));
            result.AddError($"--bbox needs west,south,east,north in degrees, south no more than north; '{text}' is none");
            return null;
        },
    };

    /// <summary>The part of a terrain that is meant.</summary>
    /// <exception cref="IOException">The terrain has no cell there.</exception>
    public static TerrainPart Part(ElevationSurface terrain, Given<GeoExtent>? box)
    {
        var part = new TerrainPart(terrain) { Box = box?.Value ?? GeoExtent.Empty };
        if (!part.Frame.IsEmpty)
            return part;
        GeoExtent extent = terrain.Extent;
        throw new IOException(terrain.IsEmpty || extent.IsEmpty
            ? "the terrain has no cells"
            : FormattableString.Invariant($"--bbox lies outside the terrain, which reaches from {extent.WestDegrees:0.####}, {extent.SouthDegrees:0.####} to {extent.EastDegrees:0.####}, {extent.NorthDegrees:0.####} (longitude, latitude)"));
    }
}
