namespace DefenseZone.Geo.Cli.Tests;

[TestClass]
public sealed class SampleVerbTests
{
    [TestMethod]
    public void A_sample_is_a_plan_without_errors_and_the_same_for_a_seed()
    {
        using var folder = new TestFolder();

        Outcome outcome = Dzgeo.Run("sample", "--size", "S", "--seed", "7", "--out", folder["one"]);
        Dzgeo.Run("sample", "--size", "s", "--seed", "7", "--out", folder["two"]).ExitCode.Should().Be(0);
        Dzgeo.Run("sample", "--seed", "8", "--out", folder["three"]).ExitCode.Should().Be(0);

        outcome.ExitCode.Should().Be(0);
        outcome.Output.Should().Contain("militia-posts").And.Contain("60");
        Dzgeo.Run("validate", folder["one"]).ExitCode.Should().Be(0);
        foreach (string file in Directory.EnumerateFiles(folder["one"]))
            File.ReadAllBytes(file).Should().Equal(File.ReadAllBytes(Path.Combine(folder["two"], Path.GetFileName(file))));
        File.ReadAllText(Path.Combine(folder["three"], "border-segments.geojson"))
            .Should().NotBe(File.ReadAllText(Path.Combine(folder["one"], "border-segments.geojson")));
    }

    [TestMethod]
    public void A_folder_that_has_something_in_it_is_left_alone()
    {
        using var folder = new TestFolder();
        folder.Write("taken/notes.txt", "mine");

        Outcome outcome = Dzgeo.Run("sample", "--out", folder["taken"]);

        outcome.ExitCode.Should().Be(1);
        outcome.Error.Should().Contain("not empty");
        Directory.EnumerateFiles(folder["taken"]).Should().ContainSingle();
    }
}
