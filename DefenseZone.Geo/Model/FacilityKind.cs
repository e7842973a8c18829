namespace DefenseZone.Geo.Model;

/// <summary>What a facility is. Each kind is a layer of its own.</summary>
public enum FacilityKind
{
    /// <summary>A border militia post.</summary>
    MilitiaPost,

    /// <summary>A combat base.</summary>
    CombatBase,

    /// <summary>A command post.</summary>
    CommandPost,

    /// <summary>A border gate.</summary>
    BorderGate,

    /// <summary>A logistics base.</summary>
    LogisticsBase,

    /// <summary>A rear base.</summary>
    RearBase,

    /// <summary>An evacuation area.</summary>
    EvacuationArea,

    /// <summary>A training ground.</summary>
    TrainingGround,
}

/// <summary>How far a facility or road has come.</summary>
public enum LifecycleStatus
{
    /// <summary>It stands and is in use.</summary>
    Existing,

    /// <summary>It is being built.</summary>
    UnderConstruction,

    /// <summary>It is on paper.</summary>
    Planned,

    /// <summary>It was given up.</summary>
    Retired,
}

/// <summary>The level of a defensive zone, from the widest to the narrowest.</summary>
public enum ZoneLevel
{
    /// <summary>A military region.</summary>
    MilitaryRegion,

    /// <summary>A province.</summary>
    Province,

    /// <summary>A regional defence area.</summary>
    DefenceArea,

    /// <summary>A commune.</summary>
    Commune,
}
