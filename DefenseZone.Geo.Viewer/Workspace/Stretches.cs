using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>Arithmetic on stretches of border.</summary>
public static class Stretches
{
    /// <summary>What is left of stretches without others.</summary>
    /// <param name="stretches">In order, no two overlapping.</param>
    /// <param name="others">In order, no two overlapping.</param>
    public static ImmutableArray<BorderStretch> Without(ImmutableArray<BorderStretch> stretches, ImmutableArray<BorderStretch> others)
    {
        var left = ImmutableArray.CreateBuilder<BorderStretch>();
        int next = 0;
        foreach (BorderStretch stretch in stretches)
        {
            double from = stretch.FromMetres;
            while (next < others.Length && others[next].ToMetres <= from)
                next++;
            for (int i = next; i < others.Length && others[i].FromMetres < stretch.ToMetres; i++)
            {
                if (others[i].FromMetres > from)
                    left.Add(new BorderStretch(from, others[i].FromMetres));
                from = Math.Max(from, others[i].ToMetres);
            }

            if (from < stretch.ToMetres)
                left.Add(new BorderStretch(from, stretch.ToMetres));
        }

        return left.DrainToImmutable();
    }
}
