using System.Net;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Features;

[TestClass]
public sealed class BoundingBoxQueryTests : ApiTest
{
    private const string Border = Plan + "/collections/border-segments/items?bbox=";
    private const string Notes = Plan + "/collections/notes/items?bbox=";

    private protected override void Prepare(TestPlans plans) => plans.WithAntimeridian();

    [TestMethod]
    public async Task A_box_within_the_envelope_of_a_diagonal_line_but_off_the_line_does_not_find_it()
    {
        (await Service.Ids(Border + "106.1,22.6,106.4,22.9")).Should().BeEmpty();
        (await Service.Ids(Border + "106.4,22.4,106.6,22.6")).Should().Equal("B1");
    }

    [TestMethod]
    public async Task Bounds_belong_to_the_box()
    {
        (await Service.Ids(Border + "105,21,106,22")).Should().Equal("B1");
        (await Service.Ids(Border + "106,22,106,22")).Should().Equal("B1");
        (await Service.Ids(Border + "105,21,105.999,21.999")).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Features_without_a_geometry_are_in_every_box() =>
        (await Service.Ids(Notes + "0,0,1,1")).Should().Equal("7");

    [TestMethod]
    public async Task Any_member_of_a_collection_of_geometries_counts()
    {
        (await Service.Ids(Notes + "105.85,21.9,105.95,22.1")).Should().Equal("7", "7x");
        (await Service.Ids(Notes + "106.04,22.94,106.06,22.96")).Should().Equal("7", "7x");
        (await Service.Ids(Notes + "105.96,22.4,106.05,22.6")).Should().Equal("7");
    }

    [TestMethod]
    public async Task Six_numbers_are_a_box_with_heights_and_the_heights_do_not_matter() =>
        (await Service.Ids(Border + "106.4,22.4,-10,106.6,22.6,9000")).Should().Equal("B1");

    [TestMethod]
    public async Task West_of_more_than_east_crosses_the_antimeridian()
    {
        (await Service.Ids("plans/pacific/collections/marks/items?bbox=179,-5,-179,5")).Should().Equal("west", "east");
        (await Service.Ids("plans/pacific/collections/marks/items?bbox=-179,-5,179,5")).Should().Equal("far");
        (await Service.Ids("plans/pacific/collections/border-segments/items?bbox=179.9,-1,-179.9,1")).Should().Equal("1");
    }

    [TestMethod]
    [DataRow("1,2,3")]
    [DataRow("1,2,3,4,5")]
    [DataRow("1,2,3,x")]
    [DataRow("1,2,3,NaN")]
    [DataRow("1,2,3,")]
    [DataRow("")]
    [DataRow("106,23,107,22")]
    [DataRow("106,22,10,107,23,5")]
    [DataRow("106,22,181,23")]
    [DataRow("106,-91,107,23")]
    [DataRow("106,22,1e400,23")]
    public async Task A_box_that_is_none_is_refused(string box)
    {
        JsonElement problem = await LiveService.Problem(await Service.Get(Border + box), HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().Equal("bbox");
    }
}
