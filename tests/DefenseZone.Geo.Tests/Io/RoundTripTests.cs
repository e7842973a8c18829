using System.Text;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Io;

[TestClass]
public sealed class RoundTripTests
{
    [TestMethod]
    public void A_plan_that_is_written_and_read_is_the_same_plan()
    {
        ForAllSeeds(seed =>
        {
            Plan plan = new RandomFeatures(seed).Plan();
            using var folder = new TemporaryFolder();
            PlanFolder.Write(plan, folder["plan"]);
            PlanReading reading = PlanFolder.Read(folder["plan"], new PlanReadOptions { Validate = false });

            reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Should().BeEmpty();
            Same(reading.Plan, plan);
        });
    }

    [TestMethod]
    public void What_is_written_once_is_written_the_same_again()
    {
        ForAllSeeds(seed =>
        {
            using var folder = new TemporaryFolder();
            PlanFolder.Write(new RandomFeatures(seed).Plan(), folder["first"]);
            PlanFolder.Write(PlanFolder.Read(folder["first"]).Plan, folder["second"]);
            foreach (string file in Directory.GetFiles(folder["first"]))
                File.ReadAllText(folder["second/" + Path.GetFileName(file)]).Should().Be(File.ReadAllText(file));
        });
    }

    [TestMethod]
    public void A_text_sequence_gives_back_its_features()
    {
        ForAllSeeds(seed =>
        {
            OtherFeature[] features = [.. new RandomFeatures(seed).Features("x")];
            using var stream = new MemoryStream();
            GeoJsonSequence.Write(stream, features);
            stream.Position = 0;
            FeatureReading reading = GeoJsonSequence.Read(stream, "x");

            reading.Problems.Should().BeEmpty();
            Same(reading.Features, features);
        });
    }

    [TestMethod]
    public void Reading_piece_by_piece_gives_what_reading_at_once_gives()
    {
        ForAllSeeds(seed =>
        {
            using var whole = new MemoryStream();
            GeoJsonFeatures.Write(whole, new RandomFeatures(seed).Features("x"), GeoJsonWriteOptions.Default with { WithBoundingBoxes = true });
            using var pieces = new PiecewiseStream(whole.ToArray(), seed);
            whole.Position = 0;
            FeatureReading atOnce = GeoJsonFeatures.Read(whole, "x");
            FeatureReading byPieces = GeoJsonFeatures.Read(pieces, "x");

            byPieces.Problems.Should().BeEquivalentTo(atOnce.Problems);
            Same(byPieces.Features, atOnce.Features);
        });
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Positions_longer_than_a_piece_of_the_file_are_all_read(bool isIndented)
    {
        var random = new Random(3);
        (double X, double Y)[] positions = [.. Enumerable.Range(0, 60_000).Select(_ => (Math.Round((random.NextDouble() * 360) - 180, 7), Math.Round((random.NextDouble() * 180) - 90, random.Next(8))))];
        string separator = isIndented ? " ,\n  " : ",";
        string text = $$"""{"type":"LineString","coordinates":[{{string.Join(separator, positions.Select(at => isIndented ? $"[ {at.X:R} ,\r\n{at.Y:0.0######} ]" : $"[{at.X:R},{at.Y:R}]"))}}]}""";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        FeatureReading reading = GeoJsonFeatures.Read(stream, "patrol-roads");

        reading.HasErrors.Should().BeFalse();
        reading.Features.Single().Geometry.Coordinates.Select(at => (at.X, at.Y)).Should().Equal(positions);
    }

    private static void ForAllSeeds(Action<int> property) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), property));

    private static void Same(Plan actual, Plan expected)
    {
        actual.Name.Should().Be(expected.Name);
        actual.Description.Should().Be(expected.Description);
        actual.OtherMembers.Should().Equal(expected.OtherMembers);
        actual.Defaults.MinimumGapMetres.Should().Be(expected.Defaults.MinimumGapMetres);
        actual.Defaults.CoverageRadiiMetres.Should().Equal(expected.Defaults.CoverageRadiiMetres);
        actual.Defaults.OtherMembers.Should().Equal(expected.Defaults.OtherMembers);
        actual.LayerNames.Should().Equal(expected.LayerNames);
        foreach (string layer in expected.LayerNames)
        {
            Same(actual.Layer(layer), expected.Layer(layer));
            if (expected.LayerMembers.TryGetValue(layer, out FeatureProperties? members))
                actual.LayerMembers[layer].Should().Equal(members);
        }
    }

    private static void Same(IReadOnlyList<PlanFeature> actual, IReadOnlyList<PlanFeature> expected)
    {
        actual.Should().HaveCount(expected.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            actual[i].Should().BeOfType(expected[i].GetType());
            actual[i].Id.Should().Be(expected[i].Id);
            actual[i].Name.Should().Be(expected[i].Name);
            actual[i].AllProperties().Should().Equal(expected[i].AllProperties());
            actual[i].OtherProperties.Should().Equal(expected[i].OtherProperties);
            actual[i].ForeignMembers.Should().Equal(expected[i].ForeignMembers);
            Geometry written = expected[i].Geometry;
            actual[i].Geometry.GeometryType.Should().Be(written.GeometryType);
            actual[i].Geometry.Normalized().EqualsExact(written.Normalized()).Should().BeTrue($"{actual[i].Geometry} is {written}");
        }
    }
}
