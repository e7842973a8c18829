using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Tests.Terrain;

[TestClass]
public sealed class BlockCacheTests
{
    private const int Side = 64;
    private const long BlockBytes = Side * Side * sizeof(float);

    [TestMethod]
    public void However_many_tiles_are_read_no_more_is_kept_than_the_budget()
    {
        var cache = new BlockCache(10 * BlockBytes);
        CountingTile[] tiles = [.. Enumerable.Range(0, 40).Select(i => new CountingTile(i))];
        var surface = new TiledSurface(tiles, "x", cache);
        surface.Frame.Columns.Should().Be(40 * 2 * Side);
        ElevationGrid all = surface.ReadWindow(0, 0, surface.Frame.Columns, surface.Frame.Rows);
        cache.Bytes.Should().Be(10 * BlockBytes);
        all[0, 0].Should().Be(0);
        all[(39 * 2 * Side) + 5, 7].Should().Be(39);
        tiles.Should().OnlyContain(tile => tile.Reads == 4, "each block was read once");

        // The last ones are still there, the first are not.
        surface.ReadWindow(surface.Frame.Columns - 1, 0, 1, 1);
        tiles[^1].Reads.Should().Be(4);
        surface.ReadWindow(0, 0, 1, 1);
        tiles[0].Reads.Should().Be(5);
        cache.Bytes.Should().BeLessThanOrEqualTo(10 * BlockBytes);
    }

    [TestMethod]
    public void Threads_that_want_one_block_at_a_time_read_it_once_and_keep_the_budget()
    {
        var cache = new BlockCache(4 * BlockBytes);
        var tile = new CountingTile(3);
        var surface = new TiledSurface([tile], "x", cache);
        Parallel.For(0, 200, i => surface.ReadWindow(i % (2 * Side), (i * 7) % (2 * Side), 1, 1)[0, 0].Should().Be(3));
        tile.Reads.Should().Be(4);
        cache.Bytes.Should().Be(4 * BlockBytes);
    }

    [TestMethod]
    public void One_block_larger_than_the_budget_is_read_all_the_same()
    {
        var cache = new BlockCache(10);
        var surface = new TiledSurface([new CountingTile(8)], "x", cache);
        surface.ReadWindow(0, 0, 2 * Side, 2 * Side).Samples.ToArray().Should().OnlyContain(sample => sample == 8);
        cache.Bytes.Should().Be(BlockBytes);
    }

    [TestMethod]
    public void What_could_not_be_read_is_not_kept_and_is_tried_again()
    {
        var cache = new BlockCache(10 * BlockBytes);
        var tile = new CountingTile(2) { Fails = true };
        var surface = new TiledSurface([tile], "x", cache);
        Action read = () => surface.ReadWindow(0, 0, 1, 1);
        read.Should().Throw<TerrainException>().WithMessage("*tile-02*");
        cache.Bytes.Should().Be(0);
        tile.Fails = false;
        read.Should().NotThrow();
        cache.Bytes.Should().Be(BlockBytes);
    }

    /// <summary>Four blocks, each sample the tile's number; beside one another from west to east.</summary>
    private sealed class CountingTile(int number) : TileSource
    {
        private int _reads;

        public int Reads => _reads;

        public bool Fails { get; set; }

        public override string Name => $"tile-{number:D2}";

        public override string Format => "test";

        public override GridFrame Frame { get; } = new(CoordinateSystem.Of(32648), 300_000 + (number * 2 * Side * 30), 2_400_000, 30, 30, 2 * Side, 2 * Side);

        public override int BlockColumns => Side;

        public override int BlockRows => Side;

        public override void ReadBlock(int blockColumn, int blockRow, Span<float> samples)
        {
            Interlocked.Increment(ref _reads);
            if (Fails)
                throw TerrainException.In(TerrainFaultKind.Other, Name, "it is a test", "let it be");
            samples.Fill(number);
        }
    }
}
