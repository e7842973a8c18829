namespace DefenseZone.Geo.LeastCost;

/// <summary>A cell of a grid, counted from 0 at its first column and row, column before row.</summary>
/// <param name="Column">Its place in its row.</param>
/// <param name="Row">Its row.</param>
public readonly record struct GridCell(int Column, int Row);
