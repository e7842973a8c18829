namespace DefenseZone.Geo.Roads;

/// <summary>The season in which roads are driven: what rain does to a road depends on its surface.</summary>
public enum RoadSeason
{
    /// <summary>The dry season: every road as fast as it is.</summary>
    Dry,

    /// <summary>The wet season: unsealed roads are slower (see <see cref="RoadSpeeds.WetFactor"/>).</summary>
    Wet,
}
