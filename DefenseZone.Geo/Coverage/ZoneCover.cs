using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Coverage;

/// <summary>How well the border that belongs to one defensive zone is covered.</summary>
public sealed record ZoneCover
{
    /// <summary>The zone.</summary>
    public required DefensiveZone Zone { get; init; }

    /// <summary>Metres of border that belong to it.</summary>
    public required double BorderMetres { get; init; }

    /// <summary>Metres of that which are covered as often as required.</summary>
    public required double CoveredMetres { get; init; }

    /// <summary>The covered share, 0 to 1; 0 where no border belongs to it.</summary>
    public required double CoverageRatio { get; init; }

    /// <summary>How many gaps reach into its border.</summary>
    public required int GapCount { get; init; }

    /// <summary>The longest gap within its border, in metres; of a gap that reaches beyond, the part within.</summary>
    public required double LongestGapMetres { get; init; }

    /// <summary>How many of the facilities that took part stand in it, or within 1 km outside it and in no other of its level.</summary>
    public required int FacilityCount { get; init; }

    /// <summary>Its border, as stretches along it.</summary>
    public required ImmutableArray<BorderStretch> Stretches { get; init; }
}

/// <summary>The border that belongs to no zone of a level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Metres">Its length in metres.</param>
/// <param name="Stretches">Where it is.</param>
public sealed record UnzonedBorder(ZoneLevel Level, double Metres, ImmutableArray<BorderStretch> Stretches);

/// <summary>The tables of a report that are by zone.</summary>
internal sealed record ZoneTables(ImmutableArray<ZoneCover> Zones, ImmutableArray<UnzonedBorder> Unzoned)
{
    internal static ZoneTables Of(CoverageReport report)
    {
        ImmutableArray<DefensiveZone> zones = report.Problem.Plan.DefensiveZones;
        var tallies = new StretchTally[zones.Length];
        for (int i = 0; i < tallies.Length; i++)
            tallies[i] = new StretchTally(report);
        var unzoned = ImmutableArray.CreateBuilder<UnzonedBorder>();
        foreach (BorderZones.Level level in BorderZones.Of(report.Problem.Plan).Levels)
        {
            var none = new List<BorderStretch>();
            foreach (ZoneStretch stretch in level.Stretches)
            {
                var place = new BorderStretch(stretch.FromMetres, stretch.ToMetres);
                if (stretch.Zone < 0)
                    none.Add(place);
                else
                    tallies[stretch.Zone].Add(place);
            }

            unzoned.Add(new UnzonedBorder(level.ZoneLevel, none.Sum(stretch => stretch.LengthMetres), [.. none]));
        }

        int[] facilities = PlanZones.Of(report.Problem.Plan).CountFacilities(report.ConsideredFacilities);
        var table = ImmutableArray.CreateBuilder<ZoneCover>(zones.Length);
        for (int i = 0; i < zones.Length; i++)
        {
            StretchTally tally = tallies[i];
            table.Add(new ZoneCover
            {
                Zone = zones[i],
                BorderMetres = tally.BorderMetres,
                CoveredMetres = tally.CoveredMetres,
                CoverageRatio = tally.CoverageRatio,
                GapCount = tally.GapCount,
                LongestGapMetres = tally.LongestGapMetres,
                FacilityCount = facilities[i],
                Stretches = [.. tally.Stretches],
            });
        }

        return new ZoneTables(table.DrainToImmutable(), unzoned.DrainToImmutable());
    }
}
