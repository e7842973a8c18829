using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Io;

/// <summary>The features of one layer as they are read, with their places in the file, and what is wrong with them.</summary>
internal sealed class LayerContent
{
    private readonly LayerFormat _format;
    private readonly Action<PlanFeature>? _take;
    private readonly List<int> _unnamed = [];
    private bool _hasUnnamed;

    /// <summary>A layer with nothing in it yet.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="file">The file's name, for problems.</param>
    /// <param name="take">Takes each feature in place of <see cref="Features"/>; for texts too long to hold.</param>
    public LayerContent(string layer, string file, Action<PlanFeature>? take = null)
    {
        Layer = layer;
        Problems = new ProblemLog(file, layer);
        _format = LayerFormat.Of(layer, Problems);
        _take = take;
    }

    public string Layer { get; }

    public ProblemLog Problems { get; }

    /// <summary>The features without error, in their order.</summary>
    public List<PlanFeature> Features { get; } = [];

    /// <summary>The place in the file of each of <see cref="Features"/>.</summary>
    public List<int> Indexes { get; } = [];

    /// <summary>The ids of features that are in error, so that what refers to them is not in error too.</summary>
    public List<FeatureId> IdsInError { get; } = [];

    /// <summary>The areas of features that are in error otherwise: they may be wrong too, which is to be said at once.</summary>
    public List<(Geometry Area, FeatureId Id, int Index)> AreasInError { get; } = [];

    /// <summary>Whether the text is a Feature or a bare geometry, and no collection.</summary>
    public bool IsSingle { get; set; }

    public FeatureProperties Members { get; set; } = FeatureProperties.Empty;

    /// <summary>Makes a feature of a draft and keeps it, if it is right.</summary>
    public void Take(FeatureDraft draft, JsonPath path, int problemsBefore)
    {
        PlanFeature? feature = _format.Shape(draft, path);
        if (!draft.Id.IsNone)
            Problems.Identify(problemsBefore, draft.Id);
        if (feature is null)
        {
            if (!draft.Id.IsNone)
                IdsInError.Add(draft.Id);
            if (_take is null && draft.Geometry is { Dimension: Dimension.Surface, IsEmpty: false } area)
                AreasInError.Add((area, draft.Id, Problems.FeatureIndex));
            return;
        }

        if (feature.Id.IsNone)
        {
            if (!_hasUnnamed)
            {
                _hasUnnamed = true;
                Problems.Warn(
                    path.ToString(), "a feature has no id, and is called by its place in the file",
                    "give every feature an \"id\", so that it keeps its name when the file changes");
            }

            if (_take is null)
                _unnamed.Add(Features.Count);
            feature = feature with { Id = FeatureId.Of(Problems.FeatureIndex + 1) };
        }

        if (_take is not null)
        {
            _take(feature);
            return;
        }

        Features.Add(feature);
        Indexes.Add(Problems.FeatureIndex);
    }

    /// <summary>Leaves out features whose id another already has.</summary>
    public void LeaveOutDuplicates()
    {
        NameOthers();

        // Two tables of strings, since "7" and 7 differ, and a table of strings needs no compiling at start-up.
        int numbers = 0;
        foreach (PlanFeature feature in Features)
            numbers += feature.Id.IsNumber ? 1 : 0;
        var seenTexts = new Dictionary<string, int>(Features.Count - numbers, StringComparer.Ordinal);
        var seenNumbers = new Dictionary<string, int>(numbers, StringComparer.Ordinal);
        int kept = 0;
        for (int i = 0; i < Features.Count; i++)
        {
            PlanFeature feature = Features[i];
            Dictionary<string, int> seen = feature.Id.IsNumber ? seenNumbers : seenTexts;
            if (seen.TryAdd(feature.Id.Text, Indexes[i]))
            {
                Features[kept] = feature;
                Indexes[kept] = Indexes[i];
                kept++;
                continue;
            }

            Report(
                ProblemSeverity.Error, i, ".id", $"feature number {seen[feature.Id.Text] + 1} of the file has this id already",
                "give each feature of a layer an id of its own");
        }

        Features.RemoveRange(kept, Features.Count - kept);
        Indexes.RemoveRange(kept, Indexes.Count - kept);
    }

    // A place in the file may be the id of another feature; the feature without an id gives way, to a number behind all places.
    private void NameOthers()
    {
        if (_unnamed.Count == 0 || _unnamed.Count == Features.Count)
            return;
        var unnamed = new HashSet<int>(_unnamed);
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < Features.Count; i++)
        {
            if (Features[i].Id.IsNumber && !unnamed.Contains(i))
                named.Add(Features[i].Id.Text);
        }

        long free = Indexes[^1] + 2L;
        foreach (int at in _unnamed)
        {
            FeatureId id = Features[at].Id;
            while (named.Contains(id.Text))
                id = FeatureId.Of(free++);
            Features[at] = Features[at] with { Id = id };
        }
    }

    /// <summary>Leaves one feature out; those after it move up.</summary>
    public void LeaveOut(int at)
    {
        IdsInError.Add(Features[at].Id);
        Features.RemoveAt(at);
        Indexes.RemoveAt(at);
    }

    /// <summary>Reports a problem of a feature that was read.</summary>
    /// <param name="severity">How much it matters.</param>
    /// <param name="at">The feature's place among those that were read.</param>
    /// <param name="path">Where in the feature, beginning with a dot; empty for all of it.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="remedy">What would be right.</param>
    public void Report(ProblemSeverity severity, int at, string path, string message, string remedy) =>
        Report(severity, Features[at].Id, Indexes[at], path, message, remedy);

    /// <summary>Reports a problem of a feature by its id and its place in the file.</summary>
    public void Report(ProblemSeverity severity, FeatureId id, int index, string path, string message, string remedy) =>
        Problems.Add(Problems.Problem(severity, IsSingle ? $"${path}" : $"$.features[{index}]{path}", message, remedy) with
        {
            FeatureId = id,
            FeatureIndex = index,
        });

    public FeatureReading ToReading() =>
        new([.. Features], Members, Problems.ToImmutable()) { OmittedProblems = Problems.Omitted };

    /// <summary>The features as those of one derived record.</summary>
    public ImmutableArray<T> As<T>()
        where T : PlanFeature
    {
        var list = new T[Features.Count];
        for (int i = 0; i < list.Length; i++)
            list[i] = (T)Features[i];
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(list);
    }
}
