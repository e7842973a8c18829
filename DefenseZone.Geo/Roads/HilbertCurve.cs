namespace DefenseZone.Geo.Roads;

/// <summary>Places along Hilbert's curve, on which neighbours in the plane are mostly neighbours: what is near is then near in memory too.</summary>
internal static class HilbertCurve
{
    private const int Bits = 16;

    /// <summary>The numbers of places, in the order in which the curve passes them.</summary>
    internal static int[] Order(List<double> x, List<double> y)
    {
        int count = x.Count;
        var order = new int[count];
        if (count == 0)
            return order;
        double minX = x.Min(), minY = y.Min();
        double side = Math.Max(Math.Max(x.Max() - minX, y.Max() - minY), 1e-9);
        double scale = ((1 << Bits) - 1) / side;
        var keys = new uint[count];
        for (int i = 0; i < count; i++)
        {
            keys[i] = Key((uint)((x[i] - minX) * scale), (uint)((y[i] - minY) * scale));
            order[i] = i;
        }

        Array.Sort(keys, order);
        return order;
    }

    // J. K. Lawder's state walk in the form of H. S. Warren, Hacker's Delight (2013), section 16-2.
    private static uint Key(uint x, uint y)
    {
        uint key = 0;
        for (int bit = Bits - 1; bit >= 0; bit--)
        {
            uint rx = (x >> bit) & 1, ry = (y >> bit) & 1;
            key = (key << 2) | ((3 * rx) ^ ry);
            if (ry != 0)
                continue;
            if (rx == 1)
            {
                x = ~x;
                y = ~y;
            }

            (x, y) = (y, x);
        }

        return key;
    }
}
