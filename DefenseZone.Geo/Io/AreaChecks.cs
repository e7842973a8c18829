using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace DefenseZone.Geo.Io;

/// <summary>Finds areas that cross or touch themselves where they must not, and says where (NetTopologySuite's IsValidOp).</summary>
internal static class AreaChecks
{
    private const int AreasOfATurn = 64;

    public static void Check(LayerContent content, CancellationToken cancellationToken)
    {
        // A layer without a meaning of its own is only kept: what is wrong with it harms no analysis.
        bool hasMeaning = Vocabulary.KnownLayers.Contains(content.Layer) && content.Layer != Vocabulary.Projects;
        ProblemSeverity severity = hasMeaning ? ProblemSeverity.Error : ProblemSeverity.Warning;
        foreach ((Geometry area, FeatureId id, int index) in content.AreasInError)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (new IsValidOp(area).ValidationError is { } error)
                content.Report(severity, id, index, ".geometry", Message(error), Remedy(error.ErrorType));
        }

        TopologyValidationError?[] errors = ErrorsOf(content.Features, cancellationToken);
        int left = 0;
        for (int i = 0; i < errors.Length; i++)
        {
            if (errors[i] is not { } error)
                continue;
            content.Report(severity, i - left, ".geometry", Message(error), Remedy(error.ErrorType));
            if (hasMeaning)
                content.LeaveOut(i - left++);
        }
    }

    private static TopologyValidationError?[] ErrorsOf(List<PlanFeature> features, CancellationToken cancellationToken)
    {
        if (!features.Exists(static feature => feature.Geometry.Dimension == Dimension.Surface))
            return [];
        var errors = new TopologyValidationError?[features.Count];
        SharedWork.Do(errors.Length, AreasOfATurn, i =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            Geometry geometry = features[i].Geometry;
            if (geometry.Dimension == Dimension.Surface && !geometry.IsEmpty && !PlainAreas.IsCertainlyValid(geometry))
                errors[i] = new IsValidOp(geometry).ValidationError;
        });
        return errors;
    }

    private static string Message(TopologyValidationError error)
    {
        string where = error.Coordinate is { } place ? $" at [{place.X}, {place.Y}]" : string.Empty;
        return $"the area is not valid: {Words(error.ErrorType)}{where}";
    }

    private static string Words(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.SelfIntersection => "its outline crosses itself",
        TopologyValidationErrors.RingSelfIntersection => "a ring touches itself",
        TopologyValidationErrors.HoleOutsideShell => "a hole lies outside the outline",
        TopologyValidationErrors.NestedHoles => "a hole lies within another hole",
        TopologyValidationErrors.NestedShells => "a part lies within another part",
        TopologyValidationErrors.DuplicateRings => "two rings are the same",
        TopologyValidationErrors.DisconnectedInteriors => "holes cut it in two",
        TopologyValidationErrors.TooFewPoints => "a ring has fewer than three different positions",
        _ => error.ToString(),
    };

    private static string Remedy(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection =>
            "put the positions in order along the outline, or make the loops parts of a MultiPolygon",
        TopologyValidationErrors.HoleOutsideShell => "make it a part of its own, or leave it out",
        TopologyValidationErrors.NestedHoles or TopologyValidationErrors.NestedShells or TopologyValidationErrors.DuplicateRings =>
            "leave one of them out",
        TopologyValidationErrors.DisconnectedInteriors => "make the parts a MultiPolygon",
        _ => "draw the ring again",
    };
}
