using System.Collections.Immutable;
using System.Text;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Viewer.Scene;
using DefenseZone.Geo.Viewer.Texts;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>What is said beside the pointer, and in the line of coordinates.</summary>
internal sealed class PointerTexts(PlanWorkspace workspace)
{
    private const int MostLines = 6;
    private const double MarkReachPixels = 7;

    private ViewerTexts Texts => workspace.Texts;

    private Quantities Quantities => workspace.Quantities;

    /// <summary>A place in WGS84, and in the VN-2000 zone nearest to it where that is defined; above it a line of what the open tab says of it.</summary>
    public string Readout(GeoPoint place)
    {
        string said = string.Join(" · ", workspace.Tab.Readout(place));
        return said.Length > 0 ? said + "\n" + Coordinates(place) : Coordinates(place);
    }

    private string Coordinates(GeoPoint place)
    {
        bool vietnamese = workspace.Language == Language.Vietnamese;
        string east = vietnamese ? "Đ" : "E", west = vietnamese ? "T" : "W", north = vietnamese ? "B" : "N", south = vietnamese ? "N" : "S";
        string readout =
            $"{Quantities.Fixed(Math.Abs(place.LongitudeDegrees), 5)}°{(place.LongitudeDegrees < 0 ? west : east)} " +
            $"{Quantities.Fixed(Math.Abs(place.LatitudeDegrees), 5)}°{(place.LatitudeDegrees < 0 ? south : north)}";
        CoordinateSystem zone = CoordinateSystem.Vn2000ZoneFor(place.LongitudeDegrees);
        if (!zone.IsAccurateAt(place))
            return readout;
        (double x, double y) = zone.FromWgs84(place);
        int degrees = (int)Math.Floor(zone.CentralMeridianDegrees + 1e-9);
        int minutes = (int)Math.Round((zone.CentralMeridianDegrees - degrees) * 60);
        return $"{readout} · VN-2000 {degrees}°{minutes:00}′: {Spaced(x)} {east} {Spaced(y)} {north}";
    }

    /// <summary>What is under the pointer on the map.</summary>
    public ImmutableArray<string> Tip(UnderPointer under)
    {
        var lines = new List<string>();
        foreach (PlanFeature feature in under.Features.Where(feature => feature is Facility or CandidateSite))
            lines.Add(Title(feature));
        if (under.BorderChainageMetres is { } chainage)
        {
            lines.Add(under.Gap is { } gap
                ? string.Format(null, Texts.GapHere, Quantities.Length(gap.LengthMetres))
                : string.Format(null, Texts.Depth, Quantities.Count(DepthAt(chainage))));
            lines.Add(string.Format(null, Texts.KmMark, Quantities.Fixed(chainage / 1000, 2)));
        }

        lines.AddRange(workspace.Tab.Tip(under));

        // Areas are told with what stands in them; alone they would make the whole map talk.
        if (lines.Count > 0)
            lines.AddRange(under.Features.Where(feature => feature is DefensiveZone && feature.Name.Length > 0).Take(1).Select(feature => feature.Name));
        lines.AddRange(under.Features.Where(feature => feature is not (Facility or CandidateSite or DefensiveZone)).Select(Title));
        if (lines.Count > MostLines)
            lines = [.. lines.Take(MostLines - 1), "+" + Quantities.Count(lines.Count - MostLines + 1)];
        return [.. lines];
    }

    /// <summary>What is at a chainage of the strip.</summary>
    public ImmutableArray<string> StripTip(double metres, StripLayout strip)
    {
        double reach = (strip.ToMetres - strip.FromMetres) / strip.WidthPixels;
        BorderStretch? gap = workspace.Report.GapStretches.Cast<BorderStretch?>()
            .FirstOrDefault(candidate => candidate!.Value.FromMetres - reach <= metres && metres <= candidate.Value.ToMetres + reach);
        var lines = new List<string>
        {
            string.Format(null, Texts.KmMark, Quantities.Fixed(metres / 1000, 2)),
            gap is { } found ? string.Format(null, Texts.GapHere, Quantities.Length(found.LengthMetres)) : string.Format(null, Texts.Depth, Quantities.Count(DepthAt(metres))),
        };
        string zone = string.Join(" · ", workspace.ZoneRows
            .Select(row => row.Zones.FirstOrDefault(candidate => candidate.FromMetres <= metres && metres <= candidate.ToMetres).Name)
            .Where(name => !string.IsNullOrEmpty(name)));
        if (zone.Length > 0)
            lines.Add(zone);
        lines.AddRange(workspace.Tab.StripTip(metres));
        double x = strip.XOf(metres);
        lines.AddRange(strip.Marks
            .Where(mark => Math.Abs(mark.XPixels - x) <= MarkReachPixels)
            .OrderBy(mark => Math.Abs(mark.XPixels - x))
            .Take(3)
            .Select(mark => Title(workspace.Plan.Facilities[mark.Facility.Index])));
        return [.. lines];
    }

    /// <summary>A feature in one line.</summary>
    public string Title(PlanFeature feature)
    {
        var title = new StringBuilder(feature.Name.Length > 0 ? feature.Name : feature.Id.Text);
        if (feature is Facility facility)
        {
            title.Append(" · ").Append(facility.Status.Name(workspace.Language));
            if (workspace.Report.Problem.Model is RadiusCoverage radius && radius.RadiusOf(workspace.Plan, facility) is > 0 and var metres)
                title.Append(" · ").Append(Quantities.Length(metres));
        }
        else if (feature is PatrolRoad { Status: not LifecycleStatus.Existing } road)
        {
            title.Append(" · ").Append(road.Status.Name(workspace.Language));
        }

        return title.ToString();
    }

    /// <summary>How many facilities cover a chainage.</summary>
    public int DepthAt(double metres)
    {
        foreach (DepthStretch stretch in workspace.Report.Stretches)
        {
            if (stretch.FromMetres <= metres && metres <= stretch.ToMetres)
                return stretch.Depth;
        }

        return 0;
    }

    // Grid coordinates in groups of three, as maps print them.
    private static string Spaced(double metres)
    {
        string digits = Math.Round(metres).ToString("0", null);
        var spaced = new StringBuilder();
        for (int i = 0; i < digits.Length; i++)
        {
            if (i > 0 && (digits.Length - i) % 3 == 0 && digits[i - 1] != '-')
                spaced.Append(' ');
            spaced.Append(digits[i]);
        }

        return spaced.ToString();
    }
}
