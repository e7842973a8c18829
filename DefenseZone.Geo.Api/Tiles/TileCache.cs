using Microsoft.Extensions.Caching.Memory;

namespace DefenseZone.Geo.Api.Tiles;

/// <summary>The tiles that were drawn last, up to so many bytes, by what they are drawn from: another version of a plan has other tiles.</summary>
internal sealed class TileCache : IDisposable
{
    private const long MostBytes = 32L << 20;
    private readonly MemoryCache _tiles = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>A tile, drawn where it is not kept. What cannot be drawn is not kept.</summary>
    public async Task<byte[]> Get(object key, Func<Task<byte[]>> draw)
    {
        if (_tiles.TryGetValue(key, out byte[]? kept))
            return kept!;
        byte[] tile = await draw();
        return _tiles.Set(key, tile, new MemoryCacheEntryOptions { Size = tile.Length });
    }

    /// <inheritdoc/>
    public void Dispose() => _tiles.Dispose();
}
