using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Cli.Conversion;

/// <summary>The forms of a file that holds one layer.</summary>
internal enum LayerForm
{
    /// <summary>A GeoJSON FeatureCollection.</summary>
    GeoJson,

    /// <summary>A GeoJSON text sequence.</summary>
    Sequence,

    /// <summary>Comma-separated values.</summary>
    Csv,
}

/// <summary>The features of one layer, and the members of its collection that are not GeoJSON's own.</summary>
internal sealed record LayerFeatures(string Layer, ImmutableArray<PlanFeature> Features, FeatureProperties Members)
{
    // As many as the writer has.
    private const int AllDecimals = 12;

    /// <summary>How many decimals of its coordinates mean something: all of them as they were read, unless they were computed.</summary>
    public int Decimals { get; init; } = AllDecimals;
}

/// <summary>A file that holds one layer, its form told by its ending.</summary>
internal sealed record LayerFile(string Path, LayerForm Form)
{
    // Seven are a centimetre, and no transformation between coordinate systems is better.
    private const int TransformedDecimals = 7;

    /// <summary>The endings that are known, for messages.</summary>
    public const string Endings = ".geojson, .json, .geojsonl, .geojsons or .csv";

    /// <summary>The file of that name.</summary>
    /// <exception cref="UsageException">Its ending is not known.</exception>
    public static LayerFile Of(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".geojson" or ".json" => new LayerFile(path, LayerForm.GeoJson),
        ".geojsonl" or ".geojsons" => new LayerFile(path, LayerForm.Sequence),
        ".csv" => new LayerFile(path, LayerForm.Csv),
        _ => throw new UsageException($"'{path}' is no plan folder, and its ending is not {Endings}"),
    };

    /// <summary>Reads it whole.</summary>
    /// <param name="layer">The layer that its features belong to; empty: the layer of the file's name.</param>
    /// <param name="system">The system of <c>x</c> and <c>y</c> in a CSV file; none for <c>lon</c> and <c>lat</c>.</param>
    /// <param name="shell">For warnings and cancellation.</param>
    /// <exception cref="PlanException">It has errors.</exception>
    public LayerFeatures Read(string layer, CoordinateSystem? system, Shell shell)
    {
        string name = layer.Length > 0 ? layer : System.IO.Path.GetFileNameWithoutExtension(Path);
        string file = System.IO.Path.GetFileName(Path);
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        FeatureReading reading = Form switch
        {
            LayerForm.GeoJson => GeoJsonFeatures.Read(stream, name, file, cancellationToken: shell.Cancellation),
            LayerForm.Sequence => GeoJsonSequence.Read(stream, name, file, cancellationToken: shell.Cancellation),
            _ => PointCsv.Read(stream, name, file, system is null ? null : system.PlaceOf, shell.Cancellation),
        };
        if (reading.HasErrors)
            throw new PlanException(reading.Problems, reading.OmittedProblems);
        foreach (PlanProblem warning in reading.Problems)
            shell.Error.WriteLine("dzgeo: " + Output.PlainText.OneLine(warning.ToString()));
        var features = new LayerFeatures(name, reading.Features, reading.Members);
        return Form == LayerForm.Csv && system is not null ? features with { Decimals = TransformedDecimals } : features;
    }

    /// <summary>Writes it.</summary>
    /// <param name="stream">The file, open.</param>
    /// <param name="features">What it is to hold.</param>
    /// <param name="system">The system of <c>x</c> and <c>y</c> in a CSV file; none for <c>lon</c> and <c>lat</c>.</param>
    /// <param name="shell">For cancellation.</param>
    /// <exception cref="UsageException">A place has no coordinates in that system.</exception>
    public void Write(Stream stream, LayerFeatures features, CoordinateSystem? system, Shell shell)
    {
        var options = new GeoJsonWriteOptions { Name = features.Layer, Members = features.Members, Decimals = features.Decimals };
        switch (Form)
        {
            case LayerForm.GeoJson:
                GeoJsonFeatures.Write(stream, features.Features, options, shell.Cancellation);
                break;
            case LayerForm.Sequence:
                GeoJsonSequence.Write(stream, features.Features, options, shell.Cancellation);
                break;
            default:
                WriteCsv(stream, features, system);
                break;
        }
    }

    private static void WriteCsv(Stream stream, LayerFeatures features, CoordinateSystem? system)
    {
        try
        {
            PointCsv.Write(stream, features.Features, system);
        }
        catch (ArgumentException exception)
        {
            throw UsageException.Of(exception);
        }
    }
}
