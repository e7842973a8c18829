namespace DefenseZone.Geo.Siting.Search;

/// <summary>
/// Makes a set cover smaller without losing the optimum: an atom goes that is covered whenever another one is, a column
/// goes that another one contains at no higher price, and a column that alone covers some atom is taken. Over and over,
/// until nothing changes (R. Garfinkel and G. Nemhauser, Integer Programming, 1972, chapter 8). Along a border this
/// mostly leaves nothing.
/// </summary>
internal sealed class SetCoverReduction
{
    private readonly CoverProgram _program;
    private readonly bool _mayDominate;
    private readonly List<int> _forced = [];
    private AtomRange[][] _columns;
    private int[] _numbers;
    private int _atoms;

    private SetCoverReduction(CoverProgram program)
    {
        _program = program;
        _mayDominate = program.Caps.Length == 0 && program.Regions.Length == 0 && !program.HasBudget && program.MostUses == int.MaxValue;
        _atoms = program.Atoms;
        _numbers = [.. Enumerable.Range(0, program.Columns)];
        _columns = new AtomRange[program.Columns][];
        for (int j = 0; j < _columns.Length; j++)
            _columns[j] = program[j].ToArray();
    }

    /// <summary>What is left.</summary>
    /// <param name="Forced">Columns that every plan must take.</param>
    /// <param name="Numbers">The columns that are left, by their numbers in the program.</param>
    /// <param name="Columns">What they cover of the atoms that are left.</param>
    /// <param name="Atoms">How many atoms are left.</param>
    internal sealed record Rest(List<int> Forced, int[] Numbers, AtomRange[][] Columns, int Atoms);

    internal static Rest Of(CoverProgram program)
    {
        var reduction = new SetCoverReduction(program);
        while (reduction.DropAtoms() | reduction.Force() | reduction.DropColumns())
        {
            // Each step makes room for the others.
        }

        reduction._forced.Sort();
        return new Rest(reduction._forced, reduction._numbers, reduction._columns, reduction._atoms);
    }

    /// <summary>The independent parts of what is left: between two of them no column reaches over.</summary>
    internal static IEnumerable<CoverProgram> Parts(CoverProgram program, Rest rest)
    {
        int first = 0, end = 0;
        for (int j = 0; j <= rest.Columns.Length; j++)
        {
            if (j > first && (j == rest.Columns.Length || rest.Columns[j][0].From >= end))
            {
                yield return Part(program, rest, first, j, rest.Columns[first][0].From, end);
                first = j;
            }

            if (j < rest.Columns.Length)
                end = Math.Max(end, rest.Columns[j][^1].To);
        }
    }

    private static CoverProgram Part(CoverProgram program, Rest rest, int first, int end, int fromAtom, int toAtom)
    {
        int atoms = toAtom - fromAtom;
        var starts = new int[end - first + 1];
        var runs = new List<AtomRange>();
        for (int j = first; j < end; j++)
        {
            starts[j - first] = runs.Count;
            foreach (AtomRange run in rest.Columns[j])
                runs.Add(new AtomRange(run.From - fromAtom, run.To - fromAtom));
        }

        starts[^1] = runs.Count;
        int[] numbers = rest.Numbers[first..end];
        var metres = new double[atoms];
        Array.Fill(metres, 1);
        return new CoverProgram
        {
            First = new double[atoms],
            Second = new double[atoms],
            Metres = metres,
            MustCover = true,
            Starts = starts,
            Runs = [.. runs],
            Prices = Array.ConvertAll(numbers, j => program.Prices[j]),
            Costs = Array.ConvertAll(numbers, j => program.Costs[j]),
            Uses = Array.ConvertAll(numbers, j => program.Uses[j]),
            Sources = numbers,
        };
    }

    // An atom goes whose columns include all columns of another one.
    private bool DropAtoms()
    {
        if (_atoms == 0)
            return false;
        (int[] starts, int[] columnsOf) = ByAtom();
        var gone = new bool[_atoms];
        var common = new List<AtomRange>();
        var narrowed = new List<AtomRange>();
        bool any = false;
        for (int b = 0; b < _atoms; b++)
        {
            if (gone[b])
                continue;
            common.Clear();
            for (int i = starts[b]; i < starts[b + 1]; i++)
            {
                AtomRange[] runs = _columns[columnsOf[i]];
                if (i == starts[b])
                {
                    common.AddRange(runs);
                }
                else
                {
                    narrowed.Clear();
                    AtomRanges.Intersect(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(common), runs, narrowed);
                    (common, narrowed) = (narrowed, common);
                }

                if (common.Count == 1 && common[0].To == common[0].From + 1)
                    break;
            }

            foreach (AtomRange run in common)
            {
                for (int a = run.From; a < run.To; a++)
                {
                    any |= a != b;
                    gone[a] |= a != b;
                }
            }
        }

        if (any)
            Renumber(gone);
        return any;
    }

    // A column that alone covers an atom is taken, and all that it covers goes.
    private bool Force()
    {
        if (_atoms == 0)
            return false;
        (int[] starts, int[] columnsOf) = ByAtom();
        var gone = new bool[_atoms];
        var taken = new HashSet<int>();
        for (int a = 0; a < _atoms; a++)
        {
            if (starts[a + 1] == starts[a] + 1)
                taken.Add(columnsOf[starts[a]]);
        }

        if (taken.Count == 0)
            return false;
        foreach (int j in taken)
        {
            _forced.Add(_numbers[j]);
            foreach (AtomRange run in _columns[j])
                gone.AsSpan(run.From, run.To - run.From).Fill(true);
        }

        Renumber(gone);
        return true;
    }

    private bool DropColumns()
    {
        if (!_mayDominate)
            return false;
        int n = _columns.Length;
        int[] order = [.. Enumerable.Range(0, n)];
        int[] sizes = Array.ConvertAll(_columns, runs => runs.Sum(run => run.To - run.From));
        Array.Sort(order, (a, b) =>
        {
            int by = _columns[a][0].From.CompareTo(_columns[b][0].From);
            if (by == 0)
                by = _columns[b][^1].To.CompareTo(_columns[a][^1].To);
            if (by == 0)
                by = sizes[b].CompareTo(sizes[a]);
            if (by == 0)
                by = _program.Prices[_numbers[a]].CompareTo(_program.Prices[_numbers[b]]);
            return by != 0 ? by : a.CompareTo(b);
        });
        var open = new List<int>();
        var kept = new List<int>(n);
        foreach (int j in order)
        {
            int from = _columns[j][0].From, to = _columns[j][^1].To, still = 0;
            bool dominated = false;
            for (int i = 0; i < open.Count; i++)
            {
                int other = open[i];
                int reach = _columns[other][^1].To;
                if (reach <= from)
                    continue;
                open[still++] = other;
                dominated = dominated || (reach >= to && _program.Prices[_numbers[other]] <= _program.Prices[_numbers[j]]
                    && AtomRanges.Contains(_columns[other], _columns[j]));
            }

            open.RemoveRange(still, open.Count - still);
            if (dominated)
                continue;
            open.Add(j);
            kept.Add(j);
        }

        bool any = kept.Count < n;
        _numbers = [.. kept.Select(j => _numbers[j])];
        _columns = [.. kept.Select(j => _columns[j])];
        return any;
    }

    private (int[] Starts, int[] Columns) ByAtom()
    {
        var starts = new int[_atoms + 2];
        foreach (AtomRange[] runs in _columns)
        {
            foreach (AtomRange run in runs)
            {
                for (int a = run.From; a < run.To; a++)
                    starts[a + 2]++;
            }
        }

        for (int a = 2; a < starts.Length; a++)
            starts[a] += starts[a - 1];
        var columns = new int[starts[^1]];
        for (int j = 0; j < _columns.Length; j++)
        {
            foreach (AtomRange run in _columns[j])
            {
                for (int a = run.From; a < run.To; a++)
                    columns[starts[a + 1]++] = j;
            }
        }

        return (starts, columns);
    }

    private void Renumber(bool[] gone)
    {
        var number = new int[_atoms + 1];
        for (int a = 0; a < _atoms; a++)
            number[a + 1] = number[a] + (gone[a] ? 0 : 1);
        _atoms = number[_atoms];
        var columns = new List<AtomRange[]>(_columns.Length);
        var numbers = new List<int>(_columns.Length);
        var runs = new List<AtomRange>();
        for (int j = 0; j < _columns.Length; j++)
        {
            runs.Clear();
            foreach (AtomRange run in _columns[j])
            {
                var now = new AtomRange(number[run.From], number[run.To]);
                if (now.To == now.From)
                    continue;
                if (runs.Count > 0 && runs[^1].To == now.From)
                    runs[^1] = new AtomRange(runs[^1].From, now.To);
                else
                    runs.Add(now);
            }

            // One that covers nothing more is not needed; with limits on it neither.
            if (runs.Count == 0)
                continue;
            columns.Add([.. runs]);
            numbers.Add(_numbers[j]);
        }

        _columns = [.. columns];
        _numbers = [.. numbers];
        SortColumns();
    }

    private void SortColumns()
    {
        int[] order = [.. Enumerable.Range(0, _columns.Length)];
        Array.Sort(order, (a, b) =>
        {
            int by = _columns[a][0].From.CompareTo(_columns[b][0].From);
            if (by == 0)
                by = _columns[a][^1].To.CompareTo(_columns[b][^1].To);
            return by != 0 ? by : _numbers[a].CompareTo(_numbers[b]);
        });
        _columns = Array.ConvertAll(order, j => _columns[j]);
        _numbers = Array.ConvertAll(order, j => _numbers[j]);
    }
}
