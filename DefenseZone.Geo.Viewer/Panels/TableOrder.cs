namespace DefenseZone.Geo.Viewer.Panels;

/// <summary>By what a table is sorted.</summary>
/// <typeparam name="TColumn">Its columns.</typeparam>
/// <param name="Column">The column.</param>
/// <param name="Descending">The largest first.</param>
public readonly record struct TableOrder<TColumn>(TColumn Column, bool Descending)
    where TColumn : struct, Enum
{
    /// <summary>The order after a click on a column's head: turned round where it was sorted by it already; numbers begin with the largest.</summary>
    public TableOrder<TColumn> By(TColumn column, bool isNumber) =>
        EqualityComparer<TColumn>.Default.Equals(Column, column) ? this with { Descending = !Descending } : new(column, isNumber);

    /// <summary>The rows in this order.</summary>
    public IEnumerable<TRow> Apply<TRow, TKey>(IEnumerable<TRow> rows, Func<TRow, TKey> key) =>
        Descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
}
