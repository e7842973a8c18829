using DefenseZone.Geo.Coverage;

namespace DefenseZone.Geo.Siting;

/// <summary>What one pass along the border tells of a set of facilities.</summary>
/// <param name="CoveredMetres">Covered once or more.</param>
/// <param name="BackupMetres">Covered twice or more.</param>
/// <param name="LongestGapMetres">The longest stretch within a part that nobody covers.</param>
/// <param name="WorstLossMetres">The most that one facility covers alone.</param>
/// <param name="Covered">The stretches that are covered, in order and apart.</param>
internal sealed record BorderTotals(
    double CoveredMetres, double BackupMetres, double LongestGapMetres, double WorstLossMetres, List<BorderStretch> Covered)
{
    internal static BorderTotals Of(BorderLine border, ReadOnlySpan<CoverStretch> stretches)
    {
        int count = (stretches.Length * 2) + border.Parts.Length;
        var places = new double[count];
        var events = new int[count];
        int at = 0, most = 0;
        foreach (CoverStretch stretch in stretches)
        {
            (places[at], events[at++]) = (stretch.FromMetres, stretch.Facility + 1);
            (places[at], events[at++]) = (stretch.ToMetres, -stretch.Facility - 1);
            most = Math.Max(most, stretch.Facility);
        }

        foreach (BorderStretch part in border.Parts)
            places[at++] = part.FromMetres;
        Array.Sort(places, events);
        var alone = new double[most + 1];
        var covered = new List<BorderStretch>();
        double coveredMetres = 0, backup = 0, gap = 0, gapFrom = 0, reached = 0;
        int depth = 0;
        long owners = 0;
        for (int i = 0; i <= count; i++)
        {
            double here = i < count ? places[i] : border.LengthMetres;
            double length = here - reached;
            if (length > 0)
            {
                if (depth == 0)
                {
                    gap = Math.Max(gap, here - gapFrom);
                }
                else
                {
                    coveredMetres += length;
                    backup += depth > 1 ? length : 0;
                    if (depth == 1)
                        alone[owners] += length;
                    if (covered.Count > 0 && covered[^1].ToMetres == reached)
                        covered[^1] = new BorderStretch(covered[^1].FromMetres, here);
                    else
                        covered.Add(new BorderStretch(reached, here));
                }

                reached = here;
            }

            if (i == count)
                break;
            int sign = Math.Sign(events[i]);
            depth += sign;
            owners += sign * (Math.Abs(events[i]) - 1);
            if (sign <= 0 && depth == 0)
                gapFrom = here;
        }

        return new BorderTotals(coveredMetres, backup, gap, alone.Max(), covered);
    }
}
