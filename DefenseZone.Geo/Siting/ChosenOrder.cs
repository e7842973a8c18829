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
        double[] places = [.. covers.SelectMany(cover => cover).SelectMany(stretch => new[] { stretch.FromMetres, stretch.ToMetres }).Distinct().Order()];
        if (places.Length == 0)
            return [.. Enumerable.Range(0, covers.Count).Select(i => new Turn(i, [], 0, 0))];
        places = WithEnds(places, standing);
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

    private static double[] WithEnds(double[] places, ReadOnlySpan<CoverStretch> standing)
    {
        var all = new List<double>(places);
        foreach (CoverStretch stretch in standing)
        {
            if (stretch.FromMetres > places[0] && stretch.FromMetres < places[^1])
                all.Add(stretch.FromMetres);
            if (stretch.ToMetres > places[0] && stretch.ToMetres < places[^1])
                all.Add(stretch.ToMetres);
        }

        return [.. all.Distinct().Order()];
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
