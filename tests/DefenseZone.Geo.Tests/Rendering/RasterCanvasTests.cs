using DefenseZone.Geo.Rendering;

namespace DefenseZone.Geo.Tests.Rendering;

[TestClass]
public sealed class RasterCanvasTests
{
    [TestMethod]
    [DataRow(20, 20, 80, 20, 4)]
    [DataRow(20, 20, 20, 80, 5)]
    [DataRow(20, 80, 80, 25, 3)]
    [DataRow(80.3, 22.7, 20.1, 71.9, 6)]
    [DataRow(50, 50, 50, 50, 7)]
    public void A_stroke_covers_the_area_that_a_line_of_its_width_with_round_ends_has(double x0, double y0, double x1, double y1, double width)
    {
        var canvas = new RasterCanvas(100, 100);
        canvas.Add(x0, y0, x1, y1, width);
        canvas.Lay("#F2A541");

        double length = Math.Sqrt(((x1 - x0) * (x1 - x0)) + ((y1 - y0) * (y1 - y0)));
        double area = (length * width) + (Math.PI * width * width / 4);
        Opacity(canvas).Should().BeApproximately(area, (0.01 * area) + 0.5);
    }

    [TestMethod]
    public void A_stroke_of_many_pieces_is_laid_on_once()
    {
        var whole = new RasterCanvas(64, 64);
        whole.Add(5, 9, 55, 49, 4);
        whole.Lay("#1F6F78", 0.5);
        var pieces = new RasterCanvas(64, 64);
        for (int i = 0; i < 100; i++)
            pieces.Add(5 + (0.5 * i), 9 + (0.4 * i), 5.5 + (0.5 * i), 9.4 + (0.4 * i), 4);
        pieces.Lay("#1F6F78", 0.5);

        for (int i = 0; i < whole.Pixels.Length; i++)
            ((int)pieces.Pixels[i]).Should().BeInRange(whole.Pixels[i] - 1, whole.Pixels[i] + 1);
    }

    [TestMethod]
    public void What_is_laid_on_later_hides_what_is_below_by_its_opacity()
    {
        var canvas = new RasterCanvas(9, 9);
        canvas.Add(0, 4.5, 9, 4.5, 5);
        canvas.Lay("#FF0000");
        canvas.Add(0, 4.5, 9, 4.5, 5);
        canvas.Lay("#0000FF", 0.25);

        At(canvas, 4, 4).Should().Equal(191, 0, 64, 255);
        At(canvas, 4, 0).Should().Equal(0, 0, 0, 0);
    }

    [TestMethod]
    public void Lines_from_far_outside_are_cut_at_the_edges_and_nothing_else_is_touched()
    {
        var canvas = new RasterCanvas(32, 32);
        canvas.Add(-1e9, -1e9, 1e9, 1e9, 2);
        canvas.Lay("#222233");
        for (int i = 0; i < 32; i++)
            At(canvas, i, i)[3].Should().Be(255);
        At(canvas, 31, 0)[3].Should().Be(0);

        var untouched = new RasterCanvas(32, 32);
        untouched.Add(-50, 10, -5, 10, 4);
        untouched.Lay("#222233");
        untouched.IsEmpty.Should().BeTrue();
    }

    [TestMethod]
    [DataRow("red")]
    [DataRow("#12345")]
    [DataRow("#12345G")]
    [DataRow("")]
    public void A_colour_that_is_none_is_refused(string colour)
    {
        Action lay = () => new RasterCanvas(1, 1).Lay(colour);
        lay.Should().Throw<FormatException>().WithMessage($"*'{colour}'*");
    }

    [TestMethod]
    [DataRow(0, 1)]
    [DataRow(1, 0)]
    [DataRow(5000, 1)]
    [DataRow(1, 5000)]
    public void A_canvas_has_bounds(int width, int height)
    {
        Action make = () => _ = new RasterCanvas(width, height);
        make.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static double Opacity(RasterCanvas canvas)
    {
        double sum = 0;
        for (int i = 3; i < canvas.Pixels.Length; i += 4)
            sum += canvas.Pixels[i] / 255.0;
        return sum;
    }

    private static byte[] At(RasterCanvas canvas, int column, int row) => canvas.Pixels.Slice(4 * ((row * canvas.Width) + column), 4).ToArray();
}
