namespace DefenseZone.Geo.Siting.Search;

/// <summary>A partial plan: what was taken up to a place of the sweep, and what that covers ahead of it.</summary>
internal sealed class SweepLabel
{
    /// <summary>Those that have collected most come first.</summary>
    internal static readonly Comparison<SweepLabel> BySettled = (a, b) =>
    {
        int order = b.Settled.CompareTo(a.Settled);
        if (order == 0)
            order = a.Uses.CompareTo(b.Uses);
        if (order == 0)
            order = a.Cost.CompareTo(b.Cost);
        return order != 0 ? order : a.Column.CompareTo(b.Column);
    };

    /// <summary>Those with the highest bound come first.</summary>
    internal static readonly Comparison<SweepLabel> ByBound = (a, b) =>
    {
        int order = b.Bound.CompareTo(a.Bound);
        return order != 0 ? order : BySettled(a, b);
    };

    /// <summary>The partial plan without the last column; none at the root.</summary>
    internal SweepLabel? Parent { get; init; }

    /// <summary>The last column taken; −1 at the root.</summary>
    internal int Column { get; init; }

    internal int Uses { get; init; }

    internal double Cost { get; init; }

    /// <summary>The objective of what is taken.</summary>
    internal double Value { get; init; }

    /// <summary>The same under the multipliers.</summary>
    internal double Collected { get; init; }

    /// <summary>The objective without what is covered ahead.</summary>
    internal double Settled { get; set; }

    /// <summary>No plan that begins like this is worth more.</summary>
    internal double Bound { get; set; }

    /// <summary>The first atom that is not covered.</summary>
    internal int CoveredTo { get; set; }

    /// <summary>The atoms ahead that are covered.</summary>
    internal AtomRange[] Once { get; set; } = [];

    /// <summary>The atoms ahead that are covered twice.</summary>
    internal AtomRange[] Twice { get; set; } = [];

    /// <summary>By cap: how many of its columns are taken. Shared with the parent until it changes.</summary>
    internal int[] CapUse { get; set; } = [];

    /// <summary>By region: how many of its metres are covered. Shared with the parent until it changes.</summary>
    internal double[] RegionMetres { get; set; } = [];

    /// <summary>What is lost so far, where losses count.</summary>
    internal LossLedger.Entry? Loss { get; set; }

    /// <summary>The place up to which losses are settled.</summary>
    internal int Place { get; set; }

    internal static SweepLabel Root(int regions, int caps) => new() { Column = -1, CapUse = new int[caps], RegionMetres = new double[regions] };

    /// <summary>Forgets what is covered before a place.</summary>
    internal void Cut(int place)
    {
        if (Once.Length > 0 && Once[0].From < place)
            Once = AtomRanges.Union(Once, [], place);
        if (Twice.Length > 0 && Twice[0].From < place)
            Twice = AtomRanges.Union(Twice, [], place);
    }

    /// <summary>All columns taken, rising.</summary>
    internal List<int> Columns()
    {
        var columns = new List<int>();
        for (SweepLabel? label = this; label is { Column: >= 0 }; label = label.Parent)
            columns.Add(label.Column);
        columns.Reverse();
        return columns;
    }
}
