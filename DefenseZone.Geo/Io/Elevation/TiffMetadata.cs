using System.Globalization;
using System.Text.RegularExpressions;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>
/// What GDAL's own field says of the numbers: that they have to be scaled, or are feet. Samples are read as they stand, so
/// that a file of such numbers would give a terrain ten or three times as high, and nobody would know: it is refused.
/// </summary>
internal static partial class TiffMetadata
{
    private const int LongestText = 1 << 20;

    private static readonly string[] Metres = ["", "m", "metre", "metres", "meter", "meters"];

    /// <summary>Sees that the samples are metres as they stand.</summary>
    /// <exception cref="TerrainException">They are not.</exception>
    public static void Check(TiffFile file, TiffDirectory image)
    {
        if (image.Count(TiffTag.GdalMetadata) is 0 or > LongestText)
            return;
        try
        {
            CheckItems(file, image);
        }
        catch (RegexMatchTimeoutException exception)
        {
            // What programs write takes a thousandth of the time.
            throw TerrainException.In(
                TerrainFaultKind.Damaged, file.Name, $"its {TiffDirectory.Described(TiffTag.GdalMetadata)} is no text of items", "the file is damaged: copy it again from where it came", exception);
        }
    }

    private static void CheckItems(TiffFile file, TiffDirectory image)
    {
        foreach (Match item in Item().Matches(image.Text(TiffTag.GdalMetadata, LongestText)))
        {
            string role = item.Groups["role"].Value, value = item.Groups["value"].Value.Trim();
            if (role == "unittype")
            {
                if (!Metres.Contains(value, StringComparer.OrdinalIgnoreCase))
                    throw TerrainException.In(TerrainFaultKind.NotSupported, file.Name, $"its heights are in '{value}' ({TiffDirectory.Described(TiffTag.GdalMetadata)})", "elevations are in metres: convert them, for instance with gdal_calc.py");
            }
            else if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number != (role == "scale" ? 1 : 0))
            {
                throw TerrainException.In(
                    TerrainFaultKind.NotSupported, file.Name, $"its samples have a{(role == "scale" ? " scale" : "n offset")} of {value} ({TiffDirectory.Described(TiffTag.GdalMetadata)})",
                    "elevations are metres as they stand: gdal_translate -unscale -ot Float32 IN.tif OUT.tif");
            }
        }
    }

    [GeneratedRegex("<Item [^<>]*role=\"(?<role>scale|offset|unittype)\"[^<>]*>(?<value>[^<]*)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();
}
