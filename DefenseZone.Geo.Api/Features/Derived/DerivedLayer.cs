using System.Collections.Immutable;
using DefenseZone.Geo.Api.Work;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;

namespace DefenseZone.Geo.Api.Features.Derived;

/// <summary>What the derived layers of a plan at one version are made from. It is made when first needed, and kept for all of them.</summary>
internal sealed class DerivedSource(Plan plan)
{
    private readonly Lazy<CoverageReport> _coverage = new(() => new CoverageProblem(plan).Solve());

    private readonly Lazy<ResponseReport> _response = new(() => new ResponseProblem(plan).Solve());

    private ImmutableArray<OtherFeature> _diagnosis;

    /// <summary>What is wrong with its roads, and what hangs on them: lines and points.</summary>
    public ImmutableArray<OtherFeature> Diagnosis
    {
        get
        {
            // Two collections share it. Made twice at the same moment, it is the same.
            if (_diagnosis.IsDefault)
                ImmutableInterlocked.InterlockedInitialize(ref _diagnosis, [.. RoadLayers.DiagnosisFeatures(RoadDiagnosis.Of(Response))]);
            return _diagnosis;
        }
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; } = plan;

    /// <summary>The coverage of its border by every facility's own radius, nothing asked specially.</summary>
    public CoverageReport Coverage => _coverage.Value;

    /// <summary>How soon its combat bases are at the border, over the existing roads in the dry season.</summary>
    public ResponseReport Response => _response.Value;
}

/// <summary>A layer that follows from a plan, and is served as a collection beside the plan's own.</summary>
/// <param name="Name">The name in addresses.</param>
/// <param name="Description">What it holds, and by which assumptions.</param>
/// <param name="Properties">What its features say.</param>
/// <param name="Features">Makes its features.</param>
internal sealed record DerivedLayer(
    string Name,
    string Description,
    ImmutableArray<LayerProperty> Properties,
    Func<DerivedSource, IEnumerable<PlanFeature>> Features)
{
    /// <summary>True for a plan that has what the layer follows from; others do not have the layer.</summary>
    public Func<Plan, bool> IsPossible { get; init; } = static _ => true;

    /// <summary>Tells of the layer without making its features, where that takes long; none where it does not.</summary>
    public Func<Plan, CollectionOutline?> Outline { get; init; } = static _ => null;

    /// <summary>How much work it is to make it.</summary>
    public Func<Plan, WorkClass> Class { get; init; } = static _ => WorkClass.Quick;

    /// <summary>All of them, in the order in which they are listed: a new one is one more entry here.</summary>
    public static ImmutableArray<DerivedLayer> All { get; } = [.. CoverageCollections.All, .. SightCollections.All, .. RoadCollections.All];
}
