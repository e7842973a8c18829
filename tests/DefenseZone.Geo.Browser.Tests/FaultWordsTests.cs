using DefenseZone.Geo.Model;
using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Siting;
using DefenseZone.Geo.Terrain;
using DefenseZone.Geo.Viewer.Texts;
using DefenseZone.Geo.Viewer.Workspace;

namespace DefenseZone.Geo.Browser.Tests;

/// <summary>What the library says in English, in the reader's language.</summary>
[TestClass]
public sealed class FaultWordsTests
{
    [TestMethod]
    public void Every_reason_of_siting_is_said_in_Vietnamese_with_its_facts()
    {
        SitingReason[] reasons =
        [
            .. Enum.GetValues<SitingReasonKind>().Select(kind => new SitingReason(kind, "English") { Names = ["required", "S05"], Amounts = [1_234.5, 2, 3] }),
        ];
        string[] said = [.. reasons.Select(reason => SitingReasonWords.Of(reason, Language.Vietnamese))];
        said.Should().OnlyHaveUniqueItems().And.NotContain(text => text.Contains("English", StringComparison.Ordinal));
        SitingReasonWords.Of(reasons[0], Language.English).Should().Be("English");
        said[(int)SitingReasonKind.RequiredBeyondBudget].Should().Contain("1.234,5").And.Contain("2.");
        said[(int)SitingReasonKind.UnknownCandidates].Should().Contain("“S05”").And.Contain("bắt buộc");
        said[(int)SitingReasonKind.ZoneOutOfReach].Should().Contain("1.234,5 m");
    }

    [TestMethod]
    public void Many_names_are_listed_as_far_as_they_can_be_read() =>
        SitingReasonWords.Of(new SitingReason(SitingReasonKind.CandidatesTwice, "English") { Names = [.. Enumerable.Range(1, 9).Select(i => $"S{i}")] }, Language.Vietnamese)
            .Should().Contain("“S5” và 4 nữa").And.NotContain("S6");

    [TestMethod]
    public void Every_fault_of_a_terrain_names_its_file_in_either_language()
    {
        string[] said = [.. Enum.GetValues<TerrainFaultKind>().Where(kind => kind != TerrainFaultKind.Other).Select(kind => FaultWords.Of(TerrainException.In(kind, "a.tif", "problem", "remedy"), Language.Vietnamese)!)];
        said.Should().OnlyHaveUniqueItems().And.OnlyContain(text => text.StartsWith("a.tif: ", StringComparison.Ordinal) && !text.Contains("remedy", StringComparison.Ordinal));
        FaultWords.Of(TerrainException.In(TerrainFaultKind.Damaged, "a.tif", "problem", "remedy"), Language.English).Should().Be("a.tif: problem; remedy");
        FaultWords.Of(new InvalidOperationException(), Language.English).Should().BeNull("that is a fault of the program");
    }

    [TestMethod]
    public async Task Conditions_of_siting_are_read_from_an_address_as_they_were_written()
    {
        var zone = new DefensiveZone { Id = FeatureId.Of("a:b"), Level = ZoneLevel.Commune };
        var post = new Facility { Id = FeatureId.Of("P1"), Kind = FacilityKind.MilitiaPost };
        SitingConditions asked = (SitingConditions.None with { MovingCost = 12.5, MovingWithinMetres = 4_000, ClosingSaves = 7 })
            .With(zone, new ZoneRule(0.95, 2))
            .With(new DefensiveZone { Id = FeatureId.OfNumber("7"), Level = ZoneLevel.Commune }, new ZoneRule(null, 0))
            .With(post, FacilityRule.MayMove)
            .With(post with { Id = FeatureId.Of("P2") }, FacilityRule.MayClose);
        ViewerAddress address = ViewerAddress.Parse("?" + string.Join('&', (await WrittenAsync(asked)).Select(input => $"siting.{input.Key}={Uri.EscapeDataString(input.Value)}")));
        SitingQuestion read = Reading(address);
        read.Conditions.Should().Be(asked);
        read.Conditions.Of(zone).Should().Be(new ZoneRule(0.95, 2));
        read.Conditions.Of(post).Should().Be(FacilityRule.MayMove);
        Reading(ViewerAddress.Parse("?siting.zones=x,y:2:,:0.5:1,z:0.5&siting.move-within=-1")).Conditions.Should().Be(SitingConditions.None, "what cannot be understood is not said");
    }

    // Through the tab, as the page does.
    private static SitingQuestion Reading(ViewerAddress address)
    {
        using PlanWorkspace workspace = Workspace(address);
        return workspace.Tabs.OfType<SitingTab>().Single().Question;
    }

    private static async Task<Dictionary<string, string>> WrittenAsync(SitingConditions conditions)
    {
        using PlanWorkspace workspace = Workspace(ViewerAddress.Parse(string.Empty));
        SitingTab tab = workspace.Tabs.OfType<SitingTab>().Single();
        await tab.AskAsync(tab.Question with { Conditions = conditions });
        return tab.Inputs.Where(input => input.Value.Length > 0).ToDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal);
    }

    private static PlanWorkspace Workspace(ViewerAddress address) =>
        new(new Io.PlanSnapshot("empty", "0123456789abcdef", new Plan(), []), address, Language.English);
}
