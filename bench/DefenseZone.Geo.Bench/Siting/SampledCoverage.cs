using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Bench.Siting;

/// <summary>
/// Cover as the peers see it: the border is cut into cells of equal length, and a facility covers a cell where it covers
/// its middle. So the same search answers the same problem that they do. What was covered once is kept by place, as the
/// peers are given their cover matrix.
/// </summary>
internal sealed record SampledCoverage(CoverageModel Model, double CellMetres) : CoverageModel
{
    private readonly Dictionary<(double X, double Y), BorderStretch[]> _known = [];

    public override string Name => "sampled";

    public override string Description => $"{Model.Description}, at the middles of cells of {CellMetres:0.###} m";

    public override ImmutableArray<ModelParameter> Parameters => [.. Model.Parameters, new("cellMetres", CellMetres)];

    public override ImmutableArray<BorderStretch> Cover(Plan plan, BorderLine border, Facility facility) => [.. Known(plan, border, facility)];

    public override CoverStretch[] Cover(
        Plan plan, BorderLine border, ImmutableArray<Facility> facilities, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var all = new List<CoverStretch>(facilities.Length * 4);
        for (int i = 0; i < facilities.Length; i++)
        {
            foreach (BorderStretch cell in Known(plan, border, facilities[i]))
                all.Add(new CoverStretch(i, cell.FromMetres, cell.ToMetres));
        }

        return [.. all];
    }

    private BorderStretch[] Known(Plan plan, BorderLine border, Facility facility)
    {
        (double X, double Y) place = (facility.Location.X, facility.Location.Y);
        if (!_known.TryGetValue(place, out BorderStretch[]? cells))
            _known.Add(place, cells = Sampled(plan, border, facility));
        return cells;
    }

    private BorderStretch[] Sampled(Plan plan, BorderLine border, Facility facility)
    {
        var cells = ImmutableArray.CreateBuilder<BorderStretch>();
        foreach (BorderStretch stretch in Model.Cover(plan, border, facility))
        {
            (int first, int end) = CellsIn(stretch);
            if (first >= end)
                continue;
            if (cells.Count > 0 && cells[^1].ToMetres >= first * CellMetres)
                cells[^1] = cells[^1] with { ToMetres = end * CellMetres };
            else
                cells.Add(new BorderStretch(first * CellMetres, end * CellMetres));
        }

        return [.. cells];
    }

    /// <summary>The cells whose middles lie in a stretch, from and up to.</summary>
    public (int First, int End) CellsIn(BorderStretch stretch) =>
        ((int)Math.Ceiling((stretch.FromMetres / CellMetres) - 0.5), (int)Math.Floor((stretch.ToMetres / CellMetres) - 0.5) + 1);
}
