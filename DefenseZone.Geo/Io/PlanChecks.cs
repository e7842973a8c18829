namespace DefenseZone.Geo.Io;

/// <summary>The checks that take a while or need all layers, made once all files are read.</summary>
internal sealed class PlanChecks(LayerContent[] contents, bool isWhole, ProblemLog problems, CancellationToken cancellationToken)
{
    public void Check()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (isWhole && Array.TrueForAll(contents, static content => content.Layer != Model.Vocabulary.BorderSegments))
            problems.Warn(string.Empty, "the plan has no border", "add border-segments.geojson");
    }
}
