using DefenseZone.Geo.Coverage;

namespace DefenseZone.Geo.Tests.Coverage;

[TestClass]
public sealed class PlaceSortTests
{
    [TestMethod]
    public void Places_come_out_in_order_with_their_marks_however_they_crowd()
    {
        var random = new Random(5);
        foreach (int crowd in (int[])[0, 1, 2, 30, 500])
        {
            // Some spread along the whole, some all in one bucket, some of them equal, and both ends.
            double[] places =
            [
                .. Enumerable.Range(0, 300).Select(_ => random.NextDouble() * 1000),
                .. Enumerable.Range(0, crowd).Select(_ => 500 + (random.Next(50) * 1e-6)),
                0, 1000,
            ];
            int[] marks = [.. Enumerable.Range(0, places.Length)];

            (double[] sorted, int[] sortedMarks) = PlaceSort.Sorted(places, marks, 1000);

            sorted.Should().Equal(places.Order());
            sortedMarks.Select(mark => places[mark]).Should().Equal(sorted);
            sortedMarks.Should().BeEquivalentTo(marks);
        }
    }

    [TestMethod]
    public void Nothing_and_places_without_extent_stay_as_they_are()
    {
        PlaceSort.Sorted([], [], 10).Places.Should().BeEmpty();
        PlaceSort.Sorted([0, 0, 0], [3, 2, 1], 0).Places.Should().Equal(0, 0, 0);
    }
}
