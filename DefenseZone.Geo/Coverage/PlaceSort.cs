namespace DefenseZone.Geo.Coverage;

/// <summary>
/// Sorts places along the border, with a mark each. A bucket sort: places are spread along the border, so that buckets of
/// equal length hold about one each. Written out since the framework's sort of numbers is compiled anew in each process.
/// </summary>
internal static class PlaceSort
{
    private const int BucketWorthHeap = 24;

    /// <summary>The places in rising order, with their marks.</summary>
    /// <param name="places">Places from 0 up to the end.</param>
    /// <param name="marks">A mark each.</param>
    /// <param name="end">No place is beyond it.</param>
    internal static (double[] Places, int[] Marks) Sorted(double[] places, int[] marks, double end)
    {
        int count = places.Length;
        if (count < 2)
            return (places, marks);
        double scale = end > 0 ? (count - 1) / end : 0;
        var starts = new int[count + 1];
        foreach (double place in places)
            starts[(int)(place * scale) + 1]++;
        for (int i = 1; i <= count; i++)
            starts[i] += starts[i - 1];
        var sortedPlaces = new double[count];
        var sortedMarks = new int[count];
        int[] next = starts[..count];
        for (int i = 0; i < count; i++)
        {
            int to = next[(int)(places[i] * scale)]++;
            sortedPlaces[to] = places[i];
            sortedMarks[to] = marks[i];
        }

        for (int bucket = 0; bucket < count; bucket++)
        {
            int first = starts[bucket], size = starts[bucket + 1] - first;
            if (size > BucketWorthHeap)
                HeapSort(sortedPlaces.AsSpan(first, size), sortedMarks.AsSpan(first, size));
            else if (size > 1)
                InsertionSort(sortedPlaces, sortedMarks, first, first + size);
        }

        return (sortedPlaces, sortedMarks);
    }

    private static void InsertionSort(double[] places, int[] marks, int first, int end)
    {
        for (int i = first + 1; i < end; i++)
        {
            (double place, int mark) = (places[i], marks[i]);
            int to = i;
            for (; to > first && places[to - 1] > place; to--)
                (places[to], marks[to]) = (places[to - 1], marks[to - 1]);
            (places[to], marks[to]) = (place, mark);
        }
    }

    private static void HeapSort(Span<double> places, Span<int> marks)
    {
        for (int i = (places.Length / 2) - 1; i >= 0; i--)
            Sink(places, marks, i, places.Length);
        for (int last = places.Length - 1; last > 0; last--)
        {
            (places[0], places[last]) = (places[last], places[0]);
            (marks[0], marks[last]) = (marks[last], marks[0]);
            Sink(places, marks, 0, last);
        }
    }

    private static void Sink(Span<double> places, Span<int> marks, int at, int count)
    {
        (double place, int mark) = (places[at], marks[at]);
        for (int child = (2 * at) + 1; child < count; child = (2 * at) + 1)
        {
            if (child + 1 < count && places[child + 1] > places[child])
                child++;
            if (places[child] <= place)
                break;
            (places[at], marks[at]) = (places[child], marks[child]);
            at = child;
        }

        (places[at], marks[at]) = (place, mark);
    }
}
