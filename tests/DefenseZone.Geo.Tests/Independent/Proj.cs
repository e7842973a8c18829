using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Tests.Independent;

/// <summary>PROJ's programs (Debian's proj-bin). Its geodesics are GeographicLib's.</summary>
internal static class Proj
{
    /// <summary>Distance in metres and the two forward azimuths in degrees of each pair, by <c>geod -I</c>.</summary>
    internal static GeodesicLine[] GeodInverse(IEnumerable<(GeoPoint From, GeoPoint To)> pairs) =>
    [
        .. Geod(["-I"], pairs.Select(pair => $"{LatLon(pair.From)} {LatLon(pair.To)}")).Select(line =>
        {
            double[] numbers = IndependentTool.Numbers(line);
            return new GeodesicLine(numbers[2], numbers[0], numbers[1] > 0 ? numbers[1] - 180 : numbers[1] + 180);
        }),
    ];

    /// <summary>The place that each line ends at, by <c>geod</c>.</summary>
    internal static GeoPoint[] GeodDirect(IEnumerable<(GeoPoint From, double AzimuthDegrees, double DistanceMetres)> lines) =>
    [
        .. Geod([], lines.Select(line => $"{LatLon(line.From)} {IndependentTool.Text(line.AzimuthDegrees)} {IndependentTool.Text(line.DistanceMetres)}"))
            .Select(line =>
            {
                double[] numbers = IndependentTool.Numbers(line);
                return new GeoPoint(numbers[1], numbers[0]);
            }),
    ];

    /// <summary><c>geod</c> on WGS84 over lines in its own format: latitude before longitude.</summary>
    internal static string[] Geod(IEnumerable<string> options, IEnumerable<string> lines) =>
        IndependentTool.Run("geod", ["+ellps=WGS84", "-f", "%.13f", "-F", "%.10f", .. options], lines);

    /// <summary>
    /// <c>cs2cs</c> from one system to another: coordinates in and out are x, y as the strings for the systems have
    /// them (PROJ strings: longitude first; EPSG codes: the register's order).
    /// </summary>
    internal static (double X, double Y)[] Cs2Cs(string from, string to, IEnumerable<(double X, double Y)> coordinates) =>
        Pairs(IndependentTool.Run("cs2cs", ["-f", "%.11f", from, to], coordinates.Select(c => $"{IndependentTool.Text(c.X)} {IndependentTool.Text(c.Y)}")));

    /// <summary><c>cct</c> over a pipeline of PROJ, or backwards.</summary>
    internal static (double X, double Y)[] Pipeline(string pipeline, bool inverse, IEnumerable<(double X, double Y)> coordinates) =>
        Pairs(IndependentTool.Run(
            "cct",
            [.. inverse ? new[] { "-I" } : [], "-d", "11", .. pipeline.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            coordinates.Select(c => $"{IndependentTool.Text(c.X)} {IndependentTool.Text(c.Y)} 0 0")));

    private static (double X, double Y)[] Pairs(string[] lines) =>
        [.. lines.Select(IndependentTool.Numbers).Select(numbers => (numbers[0], numbers[1]))];

    private static string LatLon(GeoPoint place) =>
        $"{IndependentTool.Text(place.LatitudeDegrees)} {IndependentTool.Text(place.LongitudeDegrees)}";
}
