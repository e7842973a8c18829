namespace DefenseZone.Geo.Cli.Output;

/// <summary>The form of an answer.</summary>
internal enum OutputFormat
{
    /// <summary>For people: drawn in a terminal, plain in a pipe.</summary>
    Table,

    /// <summary>One JSON object.</summary>
    Json,

    /// <summary>A GeoJSON FeatureCollection.</summary>
    GeoJson,

    /// <summary>Comma-separated values with a header line.</summary>
    Csv,
}

/// <summary>The words for <see cref="OutputFormat"/>.</summary>
internal static class OutputFormatWords
{
    /// <summary>The word for a table.</summary>
    public const string Table = "table";

    /// <summary>The word for JSON.</summary>
    public const string Json = "json";

    /// <summary>The word for GeoJSON.</summary>
    public const string GeoJson = "geojson";

    /// <summary>The word for CSV.</summary>
    public const string Csv = "csv";

    /// <summary>The format of a word.</summary>
    public static OutputFormat Parse(string? word) => word switch
    {
        Json => OutputFormat.Json,
        GeoJson => OutputFormat.GeoJson,
        Csv => OutputFormat.Csv,
        _ => OutputFormat.Table,
    };
}
