using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Tests.Model;

[TestClass]
public sealed class FeaturePropertiesTests
{
    [TestMethod]
    public void Numbers_keep_the_digits_that_a_double_would_lose()
    {
        PropertyValue.OfNumber("12345678901234567890").ToString().Should().Be("12345678901234567890");
        PropertyValue.OfNumber("1.50").ToString().Should().Be("1.50");
        PropertyValue.OfNumber("0.1").Should().Be(PropertyValue.Of(0.1));
    }

    [TestMethod]
    public void A_text_id_and_a_number_id_are_different()
    {
        FeatureId.Of("7").Should().NotBe(FeatureId.Of(7));
        FeatureId.OfNumber("7").Should().Be(FeatureId.Of(7));
        new[] { FeatureId.Of("b"), FeatureId.Of(10), FeatureId.Of("a"), FeatureId.Of(9) }.Order()
            .Select(id => id.Text).Should().Equal("9", "10", "a", "b");
        FeatureId.None.IsNone.Should().BeTrue();
        FeatureId.Of(string.Empty).IsNone.Should().BeFalse();
    }

    [TestMethod]
    public void A_feature_writes_what_it_was_told_and_no_more()
    {
        var post = new Facility
        {
            Id = FeatureId.Of("P1"),
            Kind = FacilityKind.MilitiaPost,
            Name = "Chốt 1",
            OtherProperties = FeatureProperties.Of(
                KeyValuePair.Create("cost", PropertyValue.Null),
                KeyValuePair.Create("note", PropertyValue.Of("kept"))),
        };

        post.AllProperties().Select(property => property.Key).Should().Equal("name", "cost", "note");
        (post with { Cost = 12, Status = LifecycleStatus.Planned }).AllProperties()
            .Select(property => $"{property.Key}={property.Value}").Should().Equal("name=Chốt 1", "status=planned", "cost=12", "note=kept");
    }

    [TestMethod]
    [DataRow("2026", true)]
    [DataRow("2026-02-28", true)]
    [DataRow("2026-02-30", false)]
    [DataRow("26", false)]
    [DataRow("0000", false)]
    [DataRow("", false)]
    [DataRow(null, false)]
    public void Dates_are_years_or_days(string? text, bool valid)
    {
        ServiceDate.TryParse(text, out ServiceDate date).Should().Be(valid);
        if (valid)
            date.ToString().Should().Be(text);
    }

    [TestMethod]
    public void Layers_are_listed_in_the_order_of_the_format_and_unknown_ones_last()
    {
        Plan plan = Plan.Empty with
        {
            OtherLayers = Plan.Empty.OtherLayers.Add("bridges", []),
            PatrolRoads = [new PatrolRoad { Id = FeatureId.Of("R1") }],
            Facilities = [new Facility { Id = FeatureId.Of("P1"), Kind = FacilityKind.MilitiaPost }],
        };

        plan.LayerNames.Should().Equal("militia-posts", "patrol-roads", "bridges");
        plan.Layer("militia-posts").Should().ContainSingle();
        plan.Layer("nothing").Should().BeEmpty();
    }
}
