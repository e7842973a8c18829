namespace DefenseZone.Geo.Siting.Search;

/// <summary>The running sums that a sweep weighs runs of atoms with, under some multipliers.</summary>
internal sealed class SweepSums
{
    internal SweepSums(CoverProgram program, ChainBound bound, Multipliers multipliers)
    {
        int atoms = program.Atoms;
        var priced = (double[])program.First.Clone();
        for (int r = 0; r < program.Regions.Length; r++)
        {
            foreach (AtomRange range in program.Regions[r].Ranges)
            {
                for (int a = range.From; a < range.To; a++)
                    priced[a] += multipliers.Regions[r] * program.Metres[a];
            }
        }

        var firstGrants = new double[atoms];
        var secondGrants = new double[atoms];
        var collectable = new double[atoms];
        for (int a = 0; a < atoms; a++)
        {
            collectable[a] = program.MustCover ? multipliers.First[a] : multipliers.First[a] * priced[a];
            firstGrants[a] = priced[a] - collectable[a];
            if (program.HasSecond)
                secondGrants[a] = program.Second[a] - Math.Min(multipliers.Second[a] * program.Second[a], collectable[a]);
        }

        First = CoverProgram.Sums(program.First);
        Second = CoverProgram.Sums(program.Second);
        Metres = CoverProgram.Sums(program.Metres);
        PricedFirst = CoverProgram.Sums(priced);
        FirstGrants = CoverProgram.Sums(firstGrants);
        SecondGrants = CoverProgram.Sums(secondGrants);
        Constant = bound.Constant - bound.GrantSums[^1] + (program.Losses?.LeastLoss ?? 0);
        Worth = new double[program.Columns];
        Priced = new double[program.Columns];
        double[] collected = CoverProgram.Sums(collectable);
        for (int j = 0; j < program.Columns; j++)
        {
            Worth[j] = AtomRanges.Weight(program[j], First) - program.Prices[j];

            // The column's prices are what the bound has taken off its gain.
            Priced[j] = AtomRanges.Weight(program[j], PricedFirst) - (AtomRanges.Weight(program[j], collected) - bound.Gain[j]);
        }
    }

    /// <summary>First values.</summary>
    internal double[] First { get; }

    /// <summary>Second values.</summary>
    internal double[] Second { get; }

    /// <summary>Lengths.</summary>
    internal double[] Metres { get; }

    /// <summary>First values with what regions add.</summary>
    internal double[] PricedFirst { get; }

    /// <summary>What atoms are granted for being covered once.</summary>
    internal double[] FirstGrants { get; }

    /// <summary>What atoms are granted for being covered twice.</summary>
    internal double[] SecondGrants { get; }

    /// <summary>What every plan is given: the prices of the limits.</summary>
    internal double Constant { get; }

    /// <summary>By column: its objective where nothing is shared.</summary>
    internal double[] Worth { get; }

    /// <summary>By column: the same under the multipliers.</summary>
    internal double[] Priced { get; }
}
