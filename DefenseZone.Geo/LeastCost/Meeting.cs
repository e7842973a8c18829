namespace DefenseZone.Geo.LeastCost;

/// <summary>A cell that both sides have reached, and what the way through it costs.</summary>
internal readonly record struct Meeting(double Cost, int Cell)
{
    internal static Meeting None { get; } = new(double.PositiveInfinity, -1);

    internal bool Exists => Cell >= 0;

    /// <summary>The cheaper of two; the one further up where they cost the same, so that the choice is not left to chance.</summary>
    internal static Meeting Cheaper(Meeting a, Meeting b) =>
        a.Cost < b.Cost || (a.Cost == b.Cost && a.Cell <= b.Cell) ? a : b;
}
