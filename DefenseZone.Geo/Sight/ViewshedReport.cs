using System.Collections.Immutable;
using System.Globalization;

namespace DefenseZone.Geo.Sight;

/// <summary>What observers see, each and together. Immutable to its users, and safe to share between threads.</summary>
public sealed class ViewshedReport
{
    private readonly Lazy<CumulativeViewshed> _cumulative;

    internal ViewshedReport(ViewshedProblem problem, ImmutableArray<Viewshed> viewsheds)
    {
        Problem = problem;
        Viewsheds = viewsheds;
        _cumulative = new(() => CumulativeViewshed.Of(problem.Terrain.Frame, viewsheds));
    }

    /// <summary>The question that this answers.</summary>
    public ViewshedProblem Problem { get; }

    /// <summary>What each observer sees, in the order of the question.</summary>
    public ImmutableArray<Viewshed> Viewsheds { get; }

    /// <summary>How many observers see each cell; worked out when it is first asked for, and kept.</summary>
    /// <exception cref="InvalidOperationException">The observers are so far apart that the grid around them all does not fit in memory.</exception>
    public CumulativeViewshed Cumulative => _cumulative.Value;

    /// <summary>What to know about the answer: observers who stand nowhere, voids, and what the terrain says of itself.</summary>
    public ImmutableArray<string> Notes
    {
        get
        {
            var notes = ImmutableArray.CreateBuilder<string>();
            for (int i = 0; i < Viewsheds.Length; i++)
            {
                Viewshed viewshed = Viewsheds[i];
                string who = viewshed.Observer.Name.Length > 0 ? viewshed.Observer.Name : "Observer " + (i + 1).ToString(CultureInfo.InvariantCulture);
                if (viewshed.Ground == ObserverGround.OutsideTerrain)
                    notes.Add($"{who} is outside the terrain and sees nothing.");
                else if (viewshed.Ground == ObserverGround.Void)
                    notes.Add($"{who} stands on a void of the terrain, a place without a height, and sees nothing.");
                else if (viewshed.VoidCells > 0)
                    notes.Add(string.Create(CultureInfo.InvariantCulture, $"{who}: {viewshed.VoidCells:#,0} of {viewshed.CellsWithin:#,0} cells within the range are voids; they are not seen and hide nothing."));
            }

            notes.AddRange(Problem.Terrain.Notes);
            return notes.ToImmutable();
        }
    }
}
