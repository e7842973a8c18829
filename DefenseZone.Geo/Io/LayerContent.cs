using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>The features of one layer as they are read, with their places in the file, and what is wrong with them.</summary>
internal sealed class LayerContent
{
    private readonly LayerFormat _format;
    private readonly Action<PlanFeature>? _take;
    private int _unnamed;

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
            return;
        }

        if (feature.Id.IsNone)
        {
            _unnamed++;
            feature = feature with { Id = FeatureId.Of(Problems.FeatureIndex + 1) };
            if (_unnamed == 1)
            {
                Problems.Warn(
                    path.ToString(), "a feature has no id, and is called by its place in the file",
                    "give every feature an \"id\", so that it keeps its name when the file changes");
            }
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
        // Two tables of strings, since "7" and 7 differ, and a table of strings needs no compiling at start-up.
        var seenTexts = new Dictionary<string, int>(Features.Count, StringComparer.Ordinal);
        var seenNumbers = new Dictionary<string, int>(StringComparer.Ordinal);
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

            Problems.FeatureIndex = Indexes[i];
            Problems.Add(Problems.Problem(
                ProblemSeverity.Error, $"$.features[{Indexes[i]}].id",
                $"feature number {seen[feature.Id.Text] + 1} of the file has this id already",
                "give each feature of a layer an id of its own") with { FeatureId = feature.Id });
        }

        Features.RemoveRange(kept, Features.Count - kept);
        Indexes.RemoveRange(kept, Indexes.Count - kept);
        Problems.FeatureIndex = -1;
    }

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
