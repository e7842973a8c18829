using DefenseZone.Geo.Coverage;

namespace DefenseZone.Geo.Siting;

/// <summary>
/// How much each of some facilities adds, one after the other: those that come first in any case, then always the one
/// that adds most.
/// </summary>
internal sealed class ChosenOrder
{
    private readonly double[] _places;
    private readonly int[] _depths;

    private ChosenOrder(double[] places)
    {
        _places = places;
        _depths = new int[places.Length];
    }

    /// <summary>One of the facilities in its turn.</summary>
    /// <param name="Number">Which.</param>
    /// <param name="Added">Where it covers what nobody before it does.</param>
    /// <param name="AddedMetres">How much that is.</param>
    /// <param name="BackupMetres">How much it brings from one to two.</param>
    internal readonly record struct Turn(int Number, List<BorderStretch> Added, double AddedMetres, double BackupMetres);

    /// <summary>Puts them in order.</summary>
    /// <param name="standing">What is covered before.</param>
    /// <param name="covers">What each of them covers.</param>
    /// <param name="first">How many of them come first in any case.</param>
    internal static List<Turn> Of(ReadOnlySpan<CoverStretch> standing, IReadOnlyList<BorderStretch[]> covers, int first)
    {
        double[] places = Places(covers, standing);
        if (places.Length == 0)
            return [.. Enumerable.Range(0, covers.Count).Select(i => new Turn(i, [], 0, 0))];
        var order = new ChosenOrder(places);
        foreach (CoverStretch stretch in standing)
            order.Cover(new BorderStretch(Math.Max(stretch.FromMetres, places[0]), Math.Min(stretch.ToMetres, places[^1])));
        var turns = new List<Turn>(covers.Count);
        var left = new List<int>(Enumerable.Range(0, covers.Count));
        double[] gains = [.. covers.Select(order.Gain)];
        while (left.Count > 0)
        {
            int pick = -1;
            bool mustBeFirst = left[0] < first;
            foreach (int i in left)
            {
                if (mustBeFirst && i >= first)
                    break;

                // A gain never grows: one that was no better before need not be reckoned anew.
                if (pick >= 0 && gains[i] <= gains[pick])
                    continue;
                gains[i] = order.Gain(covers[i]);
                if (pick < 0 || gains[i] > gains[pick])
                    pick = i;
            }

            left.Remove(pick);
            turns.Add(order.Take(pick, covers[pick]));
        }

        return turns;
    }

    // All ends of what they cover, and those ends of what stands that lie between them; rising, each once.
    private static double[] Places(IReadOnlyList<BorderStretch[]> covers, ReadOnlySpan<CoverStretch> standing)
    {
        var places = new List<double>();
        double first = double.PositiveInfinity, last = double.NegativeInfinity;
        foreach (BorderStretch[] cover in covers)
        {
            foreach (BorderStretch stretch in cover)
            {
                places.Add(stretch.FromMetres);
                places.Add(stretch.ToMetres);
                (first, last) = (Math.Min(first, stretch.FromMetres), Math.Max(last, stretch.ToMetres));
            }
        }

        foreach (CoverStretch stretch in standing)
        {
            if (stretch.FromMetres > first && stretch.FromMetres < last)
                places.Add(stretch.FromMetres);
            if (stretch.ToMetres > first && stretch.ToMetres < last)
                places.Add(stretch.ToMetres);
        }

        places.Sort();
        int count = 0;
        for (int i = 0; i < places.Count; i++)
        {
            if (i == 0 || places[i] != places[count - 1])
                places[count++] = places[i];
        }

        return [.. places[..count]];
    }

    private (int From, int To) PiecesOf(BorderStretch stretch) =>
        (Array.BinarySearch(_places, stretch.FromMetres), Array.BinarySearch(_places, stretch.ToMetres));

    private void Cover(BorderStretch stretch)
    {
        if (stretch.ToMetres <= stretch.FromMetres)
            return;
        (int from, int to) = PiecesOf(stretch);
        for (int i = from; i < to; i++)
            _depths[i]++;
    }

    private double Gain(BorderStretch[] cover)
    {
        double gain = 0;
        foreach (BorderStretch stretch in cover)
        {
            (int from, int to) = PiecesOf(stretch);
            for (int i = from; i < to; i++)
                gain += _depths[i] == 0 ? _places[i + 1] - _places[i] : 0;
        }

        return gain;
    }

    private Turn Take(int number, BorderStretch[] cover)
    {
        var added = new List<BorderStretch>();
        double metres = 0, backup = 0;
        foreach (BorderStretch stretch in cover)
        {
            (int from, int to) = PiecesOf(stretch);
            for (int i = from; i < to; i++)
            {
                double length = _places[i + 1] - _places[i];
                if (_depths[i] == 0)
                {
                    metres += length;
                    if (added.Count > 0 && added[^1].ToMetres == _places[i])
                        added[^1] = new BorderStretch(added[^1].FromMetres, _places[i + 1]);
                    else
                        added.Add(new BorderStretch(_places[i], _places[i + 1]));
                }
                else if (_depths[i] == 1)
                {
                    backup += length;
                }

                _depths[i]++;
            }
        }

        return new Turn(number, added, metres, backup);
    }
}
