using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>The checks that take a while or need all layers, made once all files are read.</summary>
internal sealed class PlanChecks(LayerContent[] contents, PlanDefaults defaults, bool isWhole, ProblemLog problems, CancellationToken cancellationToken)
{
    public void Check()
    {
        foreach (LayerContent content in contents)
        {
            AreaChecks.Check(content, cancellationToken);
            MeridianChecks.Check(content);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (Layer(Vocabulary.BorderSegments) is { } border)
            new BorderChecks(border, cancellationToken).Check();
        else if (isWhole)
            problems.Warn(string.Empty, "the plan has no border", $"add {Vocabulary.BorderSegments}{PlanFolder.LayerExtension}");
        if (Layer(Vocabulary.DefensiveZones) is { } zones)
            new ZoneChecks(zones, contents).Check();
        if (Layer(Vocabulary.FacilityLayers[FacilityKind.MilitiaPost]) is { } posts)
            RadiusChecks.Check(posts, defaults);
        new PlaceChecks(contents).Check();
    }

    private LayerContent? Layer(string name)
    {
        foreach (LayerContent content in contents)
        {
            if (content.Layer == name)
                return content;
        }

        return null;
    }
}
