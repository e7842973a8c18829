using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Cartography;

namespace DefenseZone.Geo.Viewer.Scene;

/// <summary>A piece of border of one class of depth, ready to be drawn.</summary>
/// <param name="Class">The class.</param>
/// <param name="FromMetres">Its first chainage.</param>
/// <param name="ToMetres">Its last chainage.</param>
/// <param name="Line">Its vertices in web-Mercator metres, x before y.</param>
/// <param name="Extent">The box around them.</param>
public sealed record BorderPiece(DepthClass Class, double FromMetres, double ToMetres, double[] Line, MapExtent Extent);

/// <summary>The border of a report cut where the class of depth changes, projected once a report.</summary>
public static class BorderPieces
{
    /// <summary>The pieces, along the border.</summary>
    public static ImmutableArray<BorderPiece> Of(CoverageReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var pieces = ImmutableArray.CreateBuilder<BorderPiece>();
        int required = report.Problem.RequiredDepth;
        int part = 0;
        for (int i = 0; i < report.Stretches.Count;)
        {
            DepthStretch first = report.Stretches[i];
            DepthClass depth = DepthClasses.Of(first.Depth, required);
            while (part < report.Border.Parts.Length - 1 && report.Border.Parts[part].ToMetres <= first.FromMetres)
                part++;
            double end = report.Border.Parts[part].ToMetres;
            double to = first.ToMetres;
            for (i++; i < report.Stretches.Count; i++)
            {
                DepthStretch next = report.Stretches[i];
                if (next.FromMetres >= end || DepthClasses.Of(next.Depth, required) != depth)
                    break;
                to = next.ToMetres;
            }

            double[] line = Projected(report.Border.Slice(first.FromMetres, to));
            pieces.Add(new BorderPiece(depth, first.FromMetres, to, line, MapExtent.Around(line)));
        }

        return pieces.DrainToImmutable();
    }

    /// <summary>Places in web-Mercator metres, x before y.</summary>
    public static double[] Projected(ImmutableArray<GeoPoint> places)
    {
        var line = new double[places.Length * 2];
        for (int i = 0; i < places.Length; i++)
            (line[2 * i], line[(2 * i) + 1]) = WebMercator.Of(places[i]);
        return line;
    }
}
