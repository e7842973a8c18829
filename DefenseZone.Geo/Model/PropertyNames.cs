namespace DefenseZone.Geo.Model;

/// <summary>The property names that the plan format gives a meaning.</summary>
public static class PropertyNames
{
    /// <summary>What people call the feature.</summary>
    public const string Name = "name";

    /// <summary>The country on the other side of a border segment.</summary>
    public const string Neighbour = "neighbour";

    /// <summary>The place of a segment along the border.</summary>
    public const string Sequence = "sequence";

    /// <summary>A zone's level.</summary>
    public const string Level = "level";

    /// <summary>The id of the zone one level up.</summary>
    public const string Parent = "parent";

    /// <summary>The radius, in metres on the ellipsoid, within which a facility covers the border.</summary>
    public const string CoverageRadiusMetres = "coverageRadiusMetres";

    /// <summary>The observer's height above the ground, in metres.</summary>
    public const string ObserverHeightMetres = "observerHeightMetres";

    /// <summary>How far the feature has come.</summary>
    public const string Status = "status";

    /// <summary>The first year or day of service.</summary>
    public const string InServiceFrom = "inServiceFrom";

    /// <summary>The last year or day of service.</summary>
    public const string InServiceTo = "inServiceTo";

    /// <summary>The id of the zone that a facility belongs to.</summary>
    public const string Zone = "zone";

    /// <summary>The cost, in the plan's own unit of money.</summary>
    public const string Cost = "cost";

    /// <summary>A road's class.</summary>
    public const string Class = "class";

    /// <summary>A road's surface.</summary>
    public const string Surface = "surface";

    /// <summary>A road's width in metres.</summary>
    public const string WidthMetres = "widthMetres";

    /// <summary>A road's travel speed in kilometres an hour.</summary>
    public const string SpeedKmh = "speedKmh";

    /// <summary>Whether a road may be driven in its drawn direction only.</summary>
    public const string OneWay = "oneWay";

    /// <summary>What kind of thing a candidate site, hazard area or project is.</summary>
    public const string Kind = "kind";

    /// <summary>The season in which a hazard is to be expected.</summary>
    public const string Season = "season";
}
