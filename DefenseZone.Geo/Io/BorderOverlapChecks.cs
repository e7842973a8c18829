using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>
/// Reports border that is drawn twice: a segment that runs along another or along itself, at most 1 m apart, for 1 m or
/// more is an error, since every length along it counts twice; less is a warning, and under 10 cm nothing.
/// </summary>
internal static class BorderOverlapChecks
{
    private const double ErrorMetres = BorderChain.TouchMetres;
    private const double VisibleMetres = 0.1;

    public static void Check(LayerContent content, BorderLine border)
    {
        foreach (BorderOverlap overlap in BorderOverlaps.Of(border))
        {
            if (overlap.Metres < VisibleMetres)
                continue;
            ProblemSeverity severity = overlap.Metres < ErrorMetres ? ProblemSeverity.Warning : ProblemSeverity.Error;
            GeoPoint at = overlap.From;
            string metres = overlap.Metres.ToString(overlap.Metres < 10 ? "0.00" : "#,0", System.Globalization.CultureInfo.InvariantCulture);
            string place = FormattableString.Invariant($"from [{Math.Round(at.LongitudeDegrees, 7)}, {Math.Round(at.LatitudeDegrees, 7)}]");
            bool isSame = overlap.First.Id == overlap.Second.Id;
            string message = isSame
                ? $"the border is drawn twice: segment {overlap.First.Id.Quoted} runs along itself for {metres} m, {place}"
                : $"the border is drawn twice: segment {overlap.First.Id.Quoted} and segment {overlap.Second.Id.Quoted} run along one another for {metres} m, {place}";
            int index = content.Features.FindIndex(feature => feature.Id == overlap.Second.Id);
            content.Report(severity, index, ".geometry", message, isSame ? "draw each part of the border once" : "leave one of them out, or cut it where the other begins");
        }
    }
}
