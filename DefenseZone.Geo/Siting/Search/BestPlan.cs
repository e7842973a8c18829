namespace DefenseZone.Geo.Siting.Search;

/// <summary>The best choice of columns so far, and how good another one must be to be worth anything.</summary>
internal sealed class BestPlan
{
    private readonly CoverProgram _program;
    private readonly double _relativeGap;

    /// <summary>Begins with nothing taken.</summary>
    /// <param name="program">The problem.</param>
    /// <param name="relativeGap">The relative gap at which to be content.</param>
    internal BestPlan(CoverProgram program, double relativeGap)
    {
        _program = program;
        _relativeGap = relativeGap;
        Step = SmallestStep(program);
        if (!double.IsNegativeInfinity(program.Floor))
            Raise(program.Floor);
        Offer([]);
    }

    /// <summary>True where there is a choice that holds to all limits.</summary>
    internal bool Exists { get; private set; }

    /// <summary>Its objective; where there is none, the program's floor.</summary>
    internal double Value { get; private set; } = double.NegativeInfinity;

    /// <summary>Its columns, rising.</summary>
    internal int[] Columns { get; private set; } = [];

    /// <summary>The least by which the objectives of two choices differ: where all prices are whole and nothing else counts, their common divisor.</summary>
    internal double Step { get; }

    /// <summary>What a bound must reach for a better choice to be possible.</summary>
    internal double Threshold { get; private set; } = double.NegativeInfinity;

    /// <summary>Takes over a choice where it holds and is better.</summary>
    internal bool Offer(IReadOnlyList<int> columns)
    {
        double value = _program.Value(columns);
        if (!(value > Value) || !_program.Holds(columns))
            return false;
        Raise(value);
        Columns = [.. columns.Order()];
        Exists = true;
        return true;
    }

    private void Raise(double value)
    {
        double scale = Math.Abs(value + _program.Offset);
        Value = value;
        Threshold = value + Math.Max(Math.Max(Step, scale * _relativeGap), (_program.RelativeTolerance * scale) + 1e-7);
    }

    private static double SmallestStep(CoverProgram program)
    {
        if (!program.MustCover || program.Prices.Length == 0)
            return 0;
        long divisor = 0;
        foreach (double price in program.Prices)
        {
            if (price != Math.Floor(price) || Math.Abs(price) > 1e12)
                return 0;
            divisor = GreatestCommonDivisor(divisor, (long)Math.Abs(price));
        }

        return Math.Max(0, divisor - 1e-6);
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }
}
