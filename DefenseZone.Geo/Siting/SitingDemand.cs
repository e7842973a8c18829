using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Siting.Search;

namespace DefenseZone.Geo.Siting;

/// <summary>A zone's demand, less what stands there already.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Stretches">The zone's border.</param>
/// <param name="DemandedMetres">How much of it must be covered.</param>
/// <param name="StandingMetres">How much of it is covered by those that stand.</param>
internal sealed record ZoneDemand(ZoneLimit Limit, IReadOnlyList<BorderStretch> Stretches, double DemandedMetres, double StandingMetres);

/// <summary>The border as it stands (fixed and required facilities), cut by what bears on the problem, and the demands of zones.</summary>
internal sealed class SitingDemand
{
    private SitingDemand(List<GroundPiece> pieces, List<ZoneDemand> zones)
    {
        Pieces = pieces;
        Zones = zones;
    }

    /// <summary>The border in pieces.</summary>
    internal List<GroundPiece> Pieces { get; }

    /// <summary>The zones of which some share must be covered.</summary>
    internal List<ZoneDemand> Zones { get; }

    internal static SitingDemand Of(SitingField field)
    {
        SitingProblem problem = field.Problem;
        var weights = problem.SegmentWeights.GroupBy(weight => weight.Segment).ToDictionary(group => group.Key, group => group.Last().Weight);
        List<(BorderStretch, double)> weighted = weights.Count == 0
            ? []
            : [.. field.Border.Segments
                .Where(segment => weights.ContainsKey(segment.Segment.Id))
                .Select(segment => (new BorderStretch(segment.FromMetres, segment.ToMetres), weights[segment.Segment.Id]))];
        List<(ZoneLimit Limit, List<BorderStretch> Stretches)> zones =
            [.. problem.ZoneLimits.Where(limit => limit.MinimumCoverage is > 0).Select(limit => (limit, BorderOf(problem.Plan, limit.Zone)))];
        List<double> cuts = [.. zones.SelectMany(zone => zone.Stretches).SelectMany(stretch => new[] { stretch.FromMetres, stretch.ToMetres })];
        List<GroundPiece> pieces = Ground.Of(field.Border, field.StretchesOf(0, field.FirstOption), weighted, cuts);
        return new SitingDemand(pieces, [.. zones.Select(zone => DemandOf(zone.Limit, zone.Stretches, pieces))]);
    }

    /// <summary>A demand of its own kind: pieces where windows begin.</summary>
    internal static SitingDemand Windows(List<GroundPiece> pieces) => new(pieces, []);

    /// <summary>The pieces that lie in the stretches of a zone.</summary>
    internal static bool IsIn(IReadOnlyList<BorderStretch> stretches, GroundPiece piece)
    {
        double middle = (piece.FromMetres + piece.ToMetres) / 2;
        int low = 0, high = stretches.Count - 1;
        while (low < high)
        {
            int half = (low + high) >>> 1;
            if (stretches[half].ToMetres < middle)
                low = half + 1;
            else
                high = half;
        }

        return low < stretches.Count && stretches[low].FromMetres <= middle && middle <= stretches[low].ToMetres;
    }

    private static ZoneDemand DemandOf(ZoneLimit limit, List<BorderStretch> stretches, List<GroundPiece> pieces)
    {
        double standing = 0;
        foreach (GroundPiece piece in pieces)
        {
            if (piece.Depth > 0 && IsIn(stretches, piece))
                standing += piece.LengthMetres;
        }

        return new ZoneDemand(limit, stretches, limit.MinimumCoverage!.Value * stretches.Sum(stretch => stretch.LengthMetres), standing);
    }

    private static List<BorderStretch> BorderOf(Plan plan, FeatureId zone)
    {
        foreach (BorderZones.Level level in BorderZones.Of(plan).Levels)
        {
            List<BorderStretch> stretches = [.. level.Stretches
                .Where(stretch => stretch.Zone >= 0 && plan.DefensiveZones[stretch.Zone].Id == zone)
                .Select(stretch => new BorderStretch(stretch.FromMetres, stretch.ToMetres))];
            if (stretches.Count > 0)
                return stretches;
        }

        return [];
    }
}
