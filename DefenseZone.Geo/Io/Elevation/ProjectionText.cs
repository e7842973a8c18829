using System.Globalization;
using System.Text.RegularExpressions;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>Finds the coordinate system that a <c>.prj</c> file (well-known text, that of ESRI too) means.</summary>
internal static partial class ProjectionText
{
    /// <summary>The system, if it is one of those known.</summary>
    public static bool TryParse(string text, out CoordinateSystem system)
    {
        system = CoordinateSystem.Of(4326);
        string trimmed = text.Trim();
        bool isProjected = trimmed.StartsWith("PROJC", StringComparison.OrdinalIgnoreCase);
        if (!isProjected && !trimmed.StartsWith("GEOGC", StringComparison.OrdinalIgnoreCase))
            return false;

        // The code of the whole is the last one: those before are of its parts.
        MatchCollection codes = Authority().Matches(trimmed);
        if (codes.Count > 0 && trimmed.EndsWith(']') && int.TryParse(codes[^1].Groups["code"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int epsg)
            && CoordinateSystem.TryOf(epsg, out CoordinateSystem known) && known.IsGeographic == !isProjected)
        {
            system = known;
            return true;
        }

        bool isVn2000 = NamesVn2000(trimmed);

        // VN-2000 stands on the ellipsoid of WGS84 and names it.
        bool isWgs84 = !isVn2000 && (trimmed.Contains("WGS_1984", StringComparison.OrdinalIgnoreCase) || trimmed.Contains("WGS 84", StringComparison.OrdinalIgnoreCase));
        if (isVn2000 == isWgs84)
            return false;
        if (!isProjected)
            return CoordinateSystem.TryOf(isVn2000 ? 4756 : 4326, out system);
        if (trimmed.Contains("Mercator_Auxiliary_Sphere", StringComparison.OrdinalIgnoreCase))
            return CoordinateSystem.TryOf(3857, out system);
        return trimmed.Contains("Transverse_Mercator", StringComparison.OrdinalIgnoreCase)
            && CoordinateSystem.TryOf(TransverseMercatorCode(trimmed, isVn2000), out system);
    }

    /// <summary>Whether a text names VN-2000, in one of the spellings that programs have for it.</summary>
    public static bool NamesVn2000(ReadOnlySpan<char> text) =>
        text.Contains("VN_2000", StringComparison.OrdinalIgnoreCase) || text.Contains("VN-2000", StringComparison.OrdinalIgnoreCase)
        || text.Contains("VN 2000", StringComparison.OrdinalIgnoreCase) || text.Contains("VN2000", StringComparison.OrdinalIgnoreCase)
        || text.Contains("Vietnam_2000", StringComparison.OrdinalIgnoreCase);

    /// <summary>The code of a transverse Mercator by what it is laid on; 0 for none of those known.</summary>
    public static int TransverseMercatorCode(bool isVn2000, double meridian, double scale, double falseEasting, double falseNorthing, double originLatitude)
    {
        if (Math.Abs(falseEasting - 500_000) > 1e-3 || Math.Abs(originLatitude) > 1e-9)
            return 0;
        bool isUtm = Math.Abs(scale - 0.9996) < 1e-9;
        if (!isVn2000)
        {
            double zone = (meridian + 183) / 6;
            bool isZone = isUtm && Math.Abs(zone - Math.Round(zone)) < 1e-9 && zone is > 0.5 and < 60.5;
            return !isZone ? 0 : Math.Abs(falseNorthing) < 1e-3 ? 32600 + (int)Math.Round(zone) : Math.Abs(falseNorthing - 10_000_000) < 1e-3 ? 32700 + (int)Math.Round(zone) : 0;
        }

        if (Math.Abs(falseNorthing) > 1e-3 || (!isUtm && Math.Abs(scale - 0.9999) > 1e-9))
            return 0;
        foreach (CoordinateSystem known in CoordinateSystem.Known)
        {
            if (known.IsVn2000 && !known.IsGeographic && known.Epsg is 3405 or 3406 == isUtm && Math.Abs(known.CentralMeridianDegrees - meridian) < 1e-6)
                return known.Epsg;
        }

        return 0;
    }

    private static int TransverseMercatorCode(string text, bool isVn2000) => TransverseMercatorCode(
        isVn2000, Parameter(text, "Central_Meridian"), Parameter(text, "Scale_Factor"), Parameter(text, "False_Easting"),
        Parameter(text, "False_Northing"), Parameter(text, "Latitude_Of_Origin"));

    private static double Parameter(string text, string name)
    {
        foreach (Match match in NamedNumber().Matches(text))
        {
            if (match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                return value;
            }
        }

        return double.NaN;
    }

    [GeneratedRegex("(AUTHORITY|ID)\\[\"EPSG\",\"?(?<code>[0-9]{1,6})\"?\\]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Authority();

    [GeneratedRegex("PARAMETER\\[\"(?<name>[^\"]*)\"\\s*,\\s*(?<value>[-+.0-9eE]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedNumber();
}
