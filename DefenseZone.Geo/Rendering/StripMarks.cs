using System.Collections.Immutable;

namespace DefenseZone.Geo.Rendering;

/// <summary>Places what stands along a strip: gap bars with their labels, facilities, zones with their names.</summary>
internal sealed class StripMarks(StripContent content, double fromMetres, double toMetres, double widthPixels, StripHeights heights, Quantities quantities)
{
    // Of the strip's face (Noto Sans at 11 px), with a little to spare.
    private const double LetterPixels = 6.4;
    private const double LeastMarkSpacing = 5;

    // The numbers of depths stand at the right edge.
    private const double DepthNamePixels = 20;

    public ImmutableArray<StripGapBar> Gaps()
    {
        var bars = content.Gaps
            .Where(gap => gap.ToMetres > fromMetres && gap.FromMetres < toMetres)
            .Select(gap =>
            {
                double left = Math.Max(0, X(gap.FromMetres));
                double width = Math.Max(StripLayout.LeastGapPixels, Math.Min(widthPixels, X(gap.ToMetres)) - left);
                return new StripGapBar(gap, Math.Min(left, widthPixels - width), width, string.Empty, 0);
            })
            .ToArray();

        // The longest gaps are named first; a name that would touch another is left out.
        var taken = new List<(double Left, double Right)>();
        foreach (int i in Enumerable.Range(0, bars.Length).OrderByDescending(i => bars[i].Gap.ToMetres - bars[i].Gap.FromMetres))
        {
            string label = quantities.Length(bars[i].Gap.ToMetres - bars[i].Gap.FromMetres);
            double half = label.Length * LetterPixels / 2;
            double middle = Math.Clamp(bars[i].XPixels + (bars[i].WidthPixels / 2), Math.Min(half, widthPixels / 2), Math.Max(widthPixels - DepthNamePixels - half, widthPixels / 2));
            if (taken.Exists(other => middle - half < other.Right + 4 && middle + half > other.Left - 4))
                continue;
            taken.Add((middle - half, middle + half));
            bars[i] = bars[i] with { Label = label, LabelXPixels = middle };
        }

        return [.. bars];
    }

    public ImmutableArray<StripMark> Facilities()
    {
        var marks = ImmutableArray.CreateBuilder<StripMark>();
        var last = new Dictionary<(Model.FacilityKind, Model.LifecycleStatus), double>();
        foreach (StripFacility facility in content.Facilities.OrderBy(facility => facility.Metres))
        {
            double x = X(facility.Metres);
            if (x < 0 || x > widthPixels)
                continue;

            // Two of one look on one spot are one symbol: nobody could tell them apart.
            if (last.TryGetValue((facility.Kind, facility.Status), out double before) && x - before < LeastMarkSpacing)
                continue;
            last[(facility.Kind, facility.Status)] = x;
            marks.Add(new StripMark(facility, x));
        }

        return marks.DrainToImmutable();
    }

    public ImmutableArray<StripZoneBar> ZoneBars()
    {
        var bars = ImmutableArray.CreateBuilder<StripZoneBar>();
        for (int row = 0; row < content.ZoneRows.Length; row++)
        {
            foreach (StripZone zone in content.ZoneRows[row].Zones)
            {
                double left = Math.Max(0, X(zone.FromMetres));
                double right = Math.Min(widthPixels, X(zone.ToMetres));
                if (right - left >= 0.5)
                    bars.Add(new StripZoneBar(zone, row, left, right - left, Fitted(zone.Name, right - left - 6)));
            }
        }

        return bars.DrainToImmutable();
    }

    private double X(double metres) => (metres - fromMetres) / (toMetres - fromMetres) * widthPixels;

    private string Fitted(string name, double room)
    {
        int letters = heights.ZoneRowHeight < 12 ? 0 : (int)(room / LetterPixels);
        if (name.Length <= letters)
            return name;
        return letters >= 5 ? name[..(letters - 1)].TrimEnd() + "…" : string.Empty;
    }
}
