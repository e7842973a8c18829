namespace DefenseZone.Geo.Model;

/// <summary>
/// The terrain of a plan, as far as the plan has to know it: whether there is any, and whether two are the same.
/// What it is like is the business of <c>Terrain.ElevationSurface</c>, the one class that derives from this.
/// </summary>
/// <remarks>
/// The model knows nothing of the analyses, so a plan cannot hold an elevation surface by name; it holds this, and
/// <c>ElevationSurface.Of(plan)</c> gives the surface. Terrain is compared by <see cref="Identity"/> and never by
/// its samples, of which there may be billions: copies of a plan share it, and two readings of the same files are equal.
/// </remarks>
public abstract class PlanTerrain : IEquatable<PlanTerrain>
{
    private protected PlanTerrain()
    {
    }

    /// <summary>No terrain: nothing is known of any elevation.</summary>
    public static PlanTerrain None { get; } = new NoTerrain();

    /// <summary>Whether there is no elevation anywhere.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>A text that is the same for terrain with the same elevations, and another for any other; empty for none.</summary>
    public abstract string Identity { get; }

    /// <inheritdoc/>
    public bool Equals(PlanTerrain? other) => other is not null && string.Equals(Identity, other.Identity, StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as PlanTerrain);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => Identity.GetHashCode(StringComparison.Ordinal);

    private sealed class NoTerrain : PlanTerrain
    {
        public override bool IsEmpty => true;

        public override string Identity => string.Empty;
    }
}
