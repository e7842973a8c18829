using System.Text;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>
/// Points as CSV (RFC 4180), as spreadsheets give them: <c>lon</c> and <c>lat</c> in WGS84 degrees, or <c>x</c> and
/// <c>y</c> in another system; <c>id</c>; every other column is a property.
/// </summary>
/// <remarks>
/// Header names are compared without case; <c>longitude</c>, <c>latitude</c>, <c>easting</c> and <c>northing</c> mean
/// the same. A cell that reads as a JSON number, <c>true</c> or <c>false</c> becomes one, except in columns whose
/// property is text; an empty cell is no property.
/// </remarks>
public static class PointCsv
{
    /// <summary>Reads points. Bad content is reported with its line and column, never thrown.</summary>
    /// <param name="stream">The text, in UTF-8; left open.</param>
    /// <param name="layer">The layer that the points belong to.</param>
    /// <param name="file">The name that problems give as the file.</param>
    /// <param name="toWgs84">
    /// Makes a place of the columns <c>x</c> and <c>y</c>. Without it the columns have to be <c>lon</c> and <c>lat</c>.
    /// </param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FeatureReading Read(
        Stream stream, string layer, string file = "points.csv", Func<double, double, GeoPoint>? toWgs84 = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(layer);
        var content = new LayerContent(layer, file);
        using var text = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        try
        {
            new PointCsvReading(content, new CsvRecords(text), toWgs84).Read(cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            content.Problems.Error(string.Empty, "the text is not valid UTF-8", "save it as UTF-8");
        }

        content.LeaveOutDuplicates();
        return content.ToReading();
    }

    /// <summary>
    /// Writes features, one a line, with a column for every property that any has. Points have the columns
    /// <c>lon</c> and <c>lat</c>, or <c>x</c> and <c>y</c> in another system; where any feature is no point, all have a
    /// column <c>wkt</c> in their place, in WGS84. Heights are not written.
    /// </summary>
    /// <param name="stream">Where to, in UTF-8; it is left open.</param>
    /// <param name="features">The features; they are gone through twice.</param>
    /// <param name="system">The system of the coordinates, in columns <c>x</c> and <c>y</c>; none for <c>lon</c> and <c>lat</c>.</param>
    /// <exception cref="ArgumentException">A place has no coordinates in that system.</exception>
    public static void Write(Stream stream, IReadOnlyCollection<PlanFeature> features, CoordinateSystem? system = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(features);
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        new PointCsvWriting(text, system).Write(features);
    }
}
