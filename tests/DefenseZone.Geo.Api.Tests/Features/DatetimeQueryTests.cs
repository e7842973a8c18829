using System.Net;
using System.Text.Json;

namespace DefenseZone.Geo.Api.Tests.Features;

[TestClass]
public sealed class DatetimeQueryTests : ApiTest
{
    private const string Posts = Plan + "/collections/militia-posts/items?datetime=";

    // P1 and P4 have no dates; P2 is in service from 2028; P3 from 2010 to the end of 30 June 2027.
    [TestMethod]
    [DataRow("2026-01-01T00:00:00Z", "P1 P3 P4")]
    [DataRow("2026-01-01", "P1 P3 P4")]
    [DataRow("2027-06-30T23:59:59.9999999Z", "P1 P3 P4")]
    [DataRow("2027-07-01T00:00:00Z", "P1 P4")]
    [DataRow("2027-07-01T06:59:59%2B07:00", "P1 P3 P4")]
    [DataRow("2027-07-01T06:59:59+07:00", "P1 P3 P4")]
    [DataRow("2027-06-30T23:59:60Z", "P1 P4")]
    [DataRow("2027-12-31T23:59:59Z", "P1 P4")]
    [DataRow("2028-01-01T00:00:00Z", "P1 P2 P4")]
    [DataRow("2027-06-30/2028-01-01", "P1 P2 P3 P4")]
    [DataRow("2027-07-01/2027-12-31", "P1 P4")]
    [DataRow("../2009-12-31", "P1 P4")]
    [DataRow("/2010-01-01", "P1 P3 P4")]
    [DataRow("2028-06-01/..", "P1 P2 P4")]
    [DataRow("2020-01-01T00:00:00Z/", "P1 P2 P3 P4")]
    [DataRow("../..", "P1 P2 P3 P4")]
    [DataRow("0000-01-01T00:00:00Z/2009-12-31T23:59:59Z", "P1 P4")]
    [DataRow("0000-02-29", "P1 P4")]
    [DataRow("9999-12-31t23:59:59z", "P1 P2 P4")]
    public async Task Features_in_service_at_that_time_are_found_and_those_without_dates_always(string datetime, string expected) =>
        (await Service.Ids(Posts + datetime)).Should().Equal(expected.Split(' '));

    [TestMethod]
    [DataRow("")]
    [DataRow("soon")]
    [DataRow("2026")]
    [DataRow("2026-13-01")]
    [DataRow("2026-02-29")]
    [DataRow("2026-01-01T24:00:00Z")]
    [DataRow("2026-01-01T00:00:00")]
    [DataRow("2026-01-01/2025-01-01")]
    [DataRow("2026-01-01/2026-02-01/2026-03-01")]
    [DataRow("-0001-01-01")]
    public async Task A_time_that_is_none_is_refused(string datetime)
    {
        JsonElement problem = await LiveService.Problem(await Service.Get(Posts + datetime), HttpStatusCode.BadRequest);
        LiveService.Faulty(problem).Should().Equal("datetime");
    }
}
