using System.Text.Json;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Tests.Independent;

namespace DefenseZone.Geo.Tests.Sight;

/// <summary>The same viewsheds by NumPy: slow, plain and independent.</summary>
internal static class BruteForce
{
    /// <summary>The cells seen from a cell, row by row over the whole grid.</summary>
    internal static bool[][] Of(params (ElevationGrid Grid, int Column, int Row, double RangeMetres, SightConditions Conditions)[] problems)
    {
        string[] answers = IndependentTool.Run(
            "/usr/bin/python3",
            [Path.Combine(AppContext.BaseDirectory, "independent", "viewshed.py")],
            problems.Select(problem => JsonSerializer.Serialize(new
            {
                columns = problem.Grid.Columns,
                rows = problem.Grid.Rows,
                cellWidthMetres = problem.Grid.Frame.CellWidthMetres(problem.Row),
                cellHeightMetres = problem.Grid.Frame.CellHeightMetres(problem.Row),
                column = problem.Column,
                row = problem.Row,
                observerHeightMetres = problem.Conditions.ObserverHeightMetres,
                targetHeightMetres = problem.Conditions.TargetHeightMetres,
                refraction = problem.Conditions.Refraction,
                rangeMetres = problem.RangeMetres,
                heights = problem.Grid.Samples.ToArray().Select(height => float.IsNaN(height) ? null : (double?)height),
            })));
        return [.. answers.Select(answer => answer.Select(cell => cell == '1').ToArray())];
    }

    /// <summary>The cells seen by a viewshed, row by row over the whole grid.</summary>
    internal static bool[] Cells(this Viewshed viewshed, ElevationGrid grid)
    {
        bool[] cells = new bool[grid.Columns * grid.Rows];
        for (int row = 0; row < viewshed.Frame.Rows; row++)
        {
            for (int column = 0; column < viewshed.Frame.Columns; column++)
                cells[((row + viewshed.FirstRow) * grid.Columns) + column + viewshed.FirstColumn] = viewshed[column, row];
        }

        return cells;
    }

    /// <summary>Cells in both, as a share of the cells in either.</summary>
    internal static double Jaccard(bool[] left, bool[] right)
    {
        int both = 0, either = 0;
        for (int i = 0; i < left.Length; i++)
        {
            both += left[i] && right[i] ? 1 : 0;
            either += left[i] || right[i] ? 1 : 0;
        }

        return either == 0 ? 1 : both / (double)either;
    }
}
