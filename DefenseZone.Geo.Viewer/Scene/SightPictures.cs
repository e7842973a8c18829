using System.Collections.Immutable;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Viewer.Cartography;

namespace DefenseZone.Geo.Viewer.Scene;

/// <summary>Keeps the last picture of each layer, as long as it shows what is asked and is fine and large enough for the window: a small pan sends nothing.</summary>
internal sealed class SightPictures
{
    // Finer than this the picture is painted anew; coarser by half, too.
    private const double Finest = 1.3;
    private const double Coarsest = 0.6;

    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The picture of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="viewsheds">What each observer sees.</param>
    /// <param name="window">What the map shows.</param>
    /// <param name="colours">As <see cref="SightPicture.Of"/>.</param>
    public MapPicture? Of(string layer, ImmutableArray<Viewshed> viewsheds, MapWindow window, ImmutableArray<(byte Red, byte Green, byte Blue, byte Opacity)> colours)
    {
        if (_kept.TryGetValue(layer, out Kept? kept) && kept.Viewsheds.SequenceEqual(viewsheds) && kept.Colours.SequenceEqual(colours) && Suits(kept.Window, window))
            return kept.Picture;
        MapPicture? picture = SightPicture.Of(viewsheds, window, colours);
        _kept[layer] = new Kept(viewsheds, colours, window, picture);
        return picture;
    }

    private static bool Suits(MapWindow painted, MapWindow window) =>
        painted.MetresPerPixel / window.MetresPerPixel is > Coarsest and < Finest
        && painted.Drawn.West <= window.InSight.West && painted.Drawn.South <= window.InSight.South
        && painted.Drawn.East >= window.InSight.East && painted.Drawn.North >= window.InSight.North;

    private sealed record Kept(
        ImmutableArray<Viewshed> Viewsheds, ImmutableArray<(byte Red, byte Green, byte Blue, byte Opacity)> Colours, MapWindow Window, MapPicture? Picture);
}
