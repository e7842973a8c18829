using System.Collections.Immutable;

namespace DefenseZone.Geo.LeastCost;

/// <summary>
/// A question about a grid: by which cells does one get from one to another at least cost? Each step goes to one of
/// the 8 neighbours and costs the mean friction of the two cells times the distance of their middles.
/// </summary>
/// <remarks>
/// <para>The same cost as scikit-image's <c>route_through_array(fully_connected=True, geometric=True)</c>, of which this
/// is the exact optimum too: a diagonal step may pass between two impassable cells.</para>
/// <para>Method: Dijkstra's from both ends at once (Pohl 1971), each on its own thread, with buckets (Dial 1969) no
/// wider than the cheapest step where that is possible (Dinic 1978), and four neighbours at a time. The rounds of the
/// two are counted in cells, so the answer is the same on every machine; see docs/methods/road-siting.md.</para>
/// </remarks>
/// <param name="Friction">The grid.</param>
/// <param name="From">Where to start.</param>
/// <param name="To">Where to go.</param>
public sealed record LeastCostProblem(FrictionGrid Friction, GridCell From, GridCell To)
{
    // Cells that each side goes through between two looks at the other: few at first for what is near, then many.
    private const int FirstRound = 512;
    private const int LongestRound = 1 << 16;

    /// <summary>Answers the question.</summary>
    /// <param name="progress">Told the share done, 0 to 1: how much of the grid has been gone through, then 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The path; an empty one that says why where there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An end is not in the grid, or a spacing is not over 0 and finite.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public LeastCostPath Solve(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ThrowIfInvalid();
        if (!Friction.IsPassable(From))
            return LeastCostPath.None($"The start, column {From.Column}, row {From.Row}, is impassable.");
        if (!Friction.IsPassable(To))
            return LeastCostPath.None($"The goal, column {To.Column}, row {To.Row}, is impassable.");
        if (From == To)
            return LeastCostPath.Through([From], Friction, 1);

        using PaddedFriction friction = PaddedFriction.Of(Friction);
        using var there = new OneSidedSearch(friction, friction.IndexOf(From));
        using var back = new OneSidedSearch(friction, friction.IndexOf(To));
        var meeting = Meeting.None;
        for (int round = FirstRound; ; round = Math.Min(round * 2, LongestRound))
        {
            cancellationToken.ThrowIfCancellationRequested();
            InTurnsOrAtOnce(round, () => there.GoThrough(round), () => back.GoThrough(round));
            Meeting first = Meeting.None, second = Meeting.None;
            InTurnsOrAtOnce(round, () => first = there.NearestTo(back), () => second = back.NearestTo(there));
            meeting = Meeting.Cheaper(meeting, Meeting.Cheaper(first, second));

            // Whatever neither side has settled costs at least what both have come to.
            if (there.SettledCost + back.SettledCost >= meeting.Cost)
                break;
            progress?.Report((double)(there.SettledCells + back.SettledCells) / (2L * Friction.Values.Length));
            if (there.IsExhausted || back.IsExhausted)
                break;
        }

        progress?.Report(1);
        long explored = there.SettledCells + back.SettledCells;
        if (!meeting.Exists)
            return LeastCostPath.None(Enclosed(there, back), explored);
        List<int> cells = there.PathTo(meeting.Cell);
        cells.Reverse();
        cells.AddRange(back.PathTo(meeting.Cell).Skip(1));
        return LeastCostPath.Through([.. WithoutLoops(cells).Select(friction.CellAt)], Friction, explored);
    }

    // Where cells cost nothing the two halves may pass through the same ones.
    private static List<int> WithoutLoops(List<int> cells)
    {
        var places = new Dictionary<int, int>();
        var path = new List<int>(cells.Count);
        foreach (int cell in cells)
        {
            if (places.TryGetValue(cell, out int place))
            {
                foreach (int dropped in path.Skip(place + 1))
                    places.Remove(dropped);
                path.RemoveRange(place + 1, path.Count - place - 1);
                continue;
            }

            places.Add(cell, path.Count);
            path.Add(cell);
        }

        return path;
    }

    // A thread is not worth the switch for a few cells.
    private static void InTurnsOrAtOnce(int cells, Action first, Action second)
    {
        if (cells < 4096)
        {
            first();
            second();
        }
        else
        {
            Parallel.Invoke(first, second);
        }
    }

    private static string Enclosed(OneSidedSearch there, OneSidedSearch back) =>
        there.IsExhausted && (!back.IsExhausted || there.SettledCells <= back.SettledCells)
            ? $"There is no way: impassable cells enclose the start, with {there.SettledCells:#,0} cells that can be reached from it."
            : $"There is no way: impassable cells enclose the goal, with {back.SettledCells:#,0} cells from which it can be reached.";

    private void ThrowIfInvalid()
    {
        ArgumentNullException.ThrowIfNull(Friction);
        foreach ((string name, GridCell cell) in ImmutableArray.Create((nameof(From), From), (nameof(To), To)))
        {
            if (!Friction.Contains(cell))
                throw new ArgumentOutOfRangeException(name, cell, $"The grid has {Friction.Columns} columns and {Friction.Rows} rows, counted from 0.");
        }

        foreach (double spacing in ImmutableArray.Create(Friction.ColumnSpacing, Friction.RowSpacing))
        {
            if (!(spacing > 0 && double.IsFinite(spacing)))
                throw new ArgumentOutOfRangeException(nameof(Friction), spacing, "The spacing of a friction grid is over 0 and finite.");
        }
    }
}
