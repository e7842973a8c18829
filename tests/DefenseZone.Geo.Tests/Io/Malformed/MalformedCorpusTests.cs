using System.Globalization;
using System.Text;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Io.Malformed;

[TestClass]
public sealed class MalformedCorpusTests
{
    private static readonly MalformedCase[] Cases =
        [.. SyntaxCases.All, .. StructureCases.All, .. GeometryCases.All, .. PropertyCases.All];

    public static IEnumerable<object[]> Names => Cases.Select(one => new object[] { one.Name });

    [TestMethod]
    public void The_corpus_has_at_least_two_hundred_different_cases()
    {
        Cases.Select(one => one.Name).Should().OnlyHaveUniqueItems();
        Cases.Should().HaveCountGreaterThanOrEqualTo(200);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void The_problem_comes_out_with_file_layer_feature_and_place(string name)
    {
        MalformedCase wrong = Cases.Single(one => one.Name == name);
        PlanReading reading = Read(wrong);

        PlanProblem problem = reading.Problems.Should()
            .Contain(one => one.Severity == wrong.Severity && one.Message.Contains(wrong.Message), string.Join('\n', reading.Problems))
            .Which;
        problem.File.Should().Be(wrong.File);
        problem.Layer.Should().Be(wrong.Layer);
        problem.Remedy.Should().NotBeEmpty();
        Who(problem).Should().Be(wrong.Feature);
        if (wrong.Path.Length > 0)
            Place(problem).Should().Be(wrong.Path);
        reading.HasErrors.Should().Be(wrong.Severity == ProblemSeverity.Error, string.Join('\n', reading.Problems));
        problem.ToString().Should().NotContain("\n").And.Contain(wrong.File);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_feature_in_error_is_left_out_and_the_rest_can_be_written(string name)
    {
        PlanReading reading = Read(Cases.Single(one => one.Name == name));
        using var folder = new TemporaryFolder();
        PlanFolder.Write(reading.Plan, folder["copy"]);

        foreach (string layer in reading.Plan.LayerNames)
        {
            foreach (PlanFeature feature in reading.Plan.Layer(layer))
                feature.Geometry.IsEmpty.Should().Be(layer is "watchers" && feature.Geometry.IsEmpty);
        }

        PlanFolder.Read(folder["copy"]).Problems
            .Where(problem => reading.Problems.All(before => before.Message != problem.Message)).Should().BeEmpty();
    }

    private static PlanReading Read(MalformedCase wrong)
    {
        using TemporaryFolder folder = new TemporaryFolder().With("plan.json", """{"name":"x"}""");
        File.WriteAllBytes(folder[wrong.File], wrong.Bytes ?? Encoding.UTF8.GetBytes(wrong.Text));
        return PlanFolder.Read(folder.Path);
    }

    private static string Who(PlanProblem problem) =>
        !problem.FeatureId.IsNone ? problem.FeatureId.IsNumber ? problem.FeatureId.Text : $"'{problem.FeatureId.Text}'"
        : problem.FeatureIndex >= 0 ? string.Create(CultureInfo.InvariantCulture, $"@{problem.FeatureIndex}")
        : string.Empty;

    private static string Place(PlanProblem problem) =>
        problem.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{problem.Line}:{problem.Position}") : problem.JsonPath;
}
