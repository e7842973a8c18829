namespace DefenseZone.Geo.Cli.Options;

/// <summary>What a file is to be, by its ending.</summary>
internal static class OutEnding
{
    /// <summary>The endings of a GeoTIFF.</summary>
    public static readonly string[] GeoTiff = [".tif", ".tiff"];

    /// <summary>The ending of a picture.</summary>
    public static readonly string[] Picture = [".png"];

    /// <summary>The endings of GeoJSON.</summary>
    public static readonly string[] GeoJson = [".geojson", ".json"];

    /// <summary>Whether a file has one of some endings.</summary>
    public static bool Has(string file, string[] endings) => Array.Exists(endings, ending => string.Equals(Path.GetExtension(file), ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Refuses a file whose ending says nothing that can be written.</summary>
    /// <exception cref="UsageException">It does not.</exception>
    public static void ThrowUnless(string file, params string[][] kinds)
    {
        if (file.Length > 0 && !Array.Exists(kinds, endings => Has(file, endings)))
            throw new UsageException($"--out writes {string.Join(", ", kinds.SelectMany(endings => endings))}; '{file}' is none of them");
    }
}
