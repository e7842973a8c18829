using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Siting;

/// <summary>A way to cover that is written down: by where a facility stands, so that any pattern of stretches can be tried.</summary>
internal sealed record CoverByPlace(ImmutableDictionary<(double X, double Y), ImmutableArray<BorderStretch>> Table) : CoverageModel
{
    public override string Name => "table";

    public override string Description => "as written down";

    public override ImmutableArray<ModelParameter> Parameters => [];

    public override ImmutableArray<BorderStretch> Cover(Plan plan, BorderLine border, Facility facility) =>
        Table.TryGetValue((facility.Location.X, facility.Location.Y), out ImmutableArray<BorderStretch> stretches) ? stretches : [];

    public override CoverStretch[] Cover(
        Plan plan,
        BorderLine border,
        ImmutableArray<Facility> facilities,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default) =>
    [
        .. facilities.SelectMany((facility, i) => Cover(plan, border, facility)
            .Select(stretch => new CoverStretch(i, stretch.FromMetres, stretch.ToMetres))),
    ];
}
