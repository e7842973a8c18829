using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Tests.Terrain;

[TestClass]
public sealed class OverviewTests
{
    // Odd sides, blocks that do not divide them, and voids.
    private const int Columns = 5_001;
    private const int Rows = 3_003;

    [TestMethod]
    public void Every_level_of_an_overview_is_what_reading_the_tile_gives()
    {
        TiledSurface read = Surface(), kept = Surface();
        kept.OverviewLevel.Should().Be(1, "15 million cells are too many to keep, a quarter of them is not");
        kept.HasOverviews.Should().BeFalse();
        kept.BuildOverviews();
        kept.HasOverviews.Should().BeTrue();
        for (int level = 1; level <= TileSource.LastLevel; level++)
        {
            GridFrame frame = kept.LevelFrame(level);
            float[] one = new float[frame.Count], other = new float[frame.Count];
            kept.Read(level, 0, 0, frame.Columns, frame.Rows, one);
            read.Read(level, 0, 0, frame.Columns, frame.Rows, other);
            one.SequenceEqual(other).Should().BeTrue($"level {level}");
        }
    }

    [TestMethod]
    public void With_overviews_a_tile_from_afar_reads_no_file()
    {
        var source = new Counted();
        var surface = new TiledSurface([source], "once", new BlockCache(64L << 20));
        var world = new TileAddress(0, 0, 0);
        HillshadeTile.NeedsOverviews(surface, world).Should().BeTrue();
        HillshadeTile.NeedsOverviews(surface, new TileAddress(14, 7_000, 13_000)).Should().BeFalse();
        surface.BuildOverviews();
        long before = source.BlocksRead;
        before.Should().BeGreaterThan(0);
        for (int zoom = 0; zoom < 8; zoom++)
            HillshadeTile.Draw(surface, new TileAddress(zoom, 7_100 >> (14 - zoom), 13_030 >> (14 - zoom)));
        source.BlocksRead.Should().Be(before);
    }

    [TestMethod]
    public void Building_reads_every_block_once_and_stops_when_it_is_told_to()
    {
        var source = new Counted();
        new TiledSurface([source], "once", new BlockCache(64L << 20)).BuildOverviews();
        source.BlocksRead.Should().Be(((Columns + 255) / 256) * ((Rows + 255) / 256));
        var stopped = new TiledSurface([new Counted()], "once", new BlockCache(64L << 20));
        stopped.Invoking(surface => surface.BuildOverviews(null, new CancellationToken(canceled: true))).Should().Throw<OperationCanceledException>();
        stopped.HasOverviews.Should().BeFalse();
    }

    [TestMethod]
    public void Overviews_go_over_to_the_same_terrain_and_to_no_other()
    {
        TiledSurface built = Surface();
        built.BuildOverviews();
        TiledSurface same = Surface();
        same.TakeOverviews(built).Should().BeTrue();
        same.HasOverviews.Should().BeTrue();
        new TiledSurface([new Counted()], "other", new BlockCache(64L << 20)).TakeOverviews(built).Should().BeFalse();
        Surface().TakeOverviews(Surface()).Should().BeFalse("that one has none yet");
    }

    private static TiledSurface Surface() => new([new Counted()], "same", new BlockCache(256L << 20));

    /// <summary>A tile of waves with a hole, in blocks of 256, that counts what is read of it.</summary>
    private sealed class Counted : TileSource
    {
        private long _blocksRead;

        public long BlocksRead => _blocksRead;

        public override string Name => "waves";

        public override string Format => "test";

        public override GridFrame Frame { get; } = new(Geo.Geodesy.CoordinateSystem.Of(4326), 106, 23.9, 1 / 3600.0, 1 / 3600.0, Columns, Rows);

        public override int BlockColumns => 256;

        public override int BlockRows => 256;

        public override void ReadBlock(int blockColumn, int blockRow, Span<float> samples)
        {
            Interlocked.Increment(ref _blocksRead);
            for (int i = 0; i < samples.Length; i++)
            {
                int column = (blockColumn * 256) + (i % 256), row = (blockRow * 256) + (i / 256);
                samples[i] = column is > 700 and < 1_900 && row is > 300 and < 800 ? float.NaN : 500 + (300 * MathF.Sin(column / 97f) * MathF.Cos(row / 131f));
            }
        }
    }
}
