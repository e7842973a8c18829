namespace DefenseZone.Geo.Siting.Search;

/// <summary>
/// The prices under which limits are relaxed: a share of each atom's worth that chains collect (the rest is granted
/// once, whoever covers the atom), and prices of the budget, of caps, of sites and of regions.
/// </summary>
internal sealed class Multipliers
{
    internal Multipliers(CoverProgram program)
    {
        First = new double[program.Atoms];
        Second = new double[program.HasSecond ? program.Atoms : 0];
        Caps = new double[program.Caps.Length];
        Regions = new double[program.Regions.Length];
    }

    private Multipliers(Multipliers other)
    {
        First = [.. other.First];
        Second = [.. other.Second];
        Caps = [.. other.Caps];
        Regions = [.. other.Regions];
        Budget = other.Budget;
        Site = other.Site;
    }

    /// <summary>By atom: the share of its first value that chains collect, 0 to 1; the value itself, 0 or more, where all must be covered.</summary>
    internal double[] First { get; }

    /// <summary>By atom: the share of its second value that chains collect, 0 to 1.</summary>
    internal double[] Second { get; }

    /// <summary>By cap: the price of one column.</summary>
    internal double[] Caps { get; }

    /// <summary>By region: what a metre adds.</summary>
    internal double[] Regions { get; }

    /// <summary>The price of a unit of the budget.</summary>
    internal double Budget { get; set; }

    /// <summary>The price of a site; 0 where sites are counted.</summary>
    internal double Site { get; set; }

    internal Multipliers Copy() => new(this);
}
