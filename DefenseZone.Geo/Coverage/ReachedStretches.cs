namespace DefenseZone.Geo.Coverage;

/// <summary>
/// Joins intervals that follow one another, and drops what has no length. Where an interval begins or ends at a
/// vertex that is within reach, its chainage is looked up only once it is known to be an end of the whole.
/// </summary>
internal ref struct ReachedStretches(List<BorderStretch> stretches, double[] chainages)
{
    private const int None = -1;

    private double _from = double.NaN;
    private int _fromVertex = None;
    private double _to = double.NaN;
    private int _toVertex = None;

    internal void AddWhole(int fromVertex, int toVertex)
    {
        BeginAt(fromVertex);
        _toVertex = toVertex;
    }

    internal void AddFromVertex(int fromVertex, double to)
    {
        BeginAt(fromVertex);
        (_to, _toVertex) = (to, None);
    }

    internal void AddToVertex(double from, int toVertex)
    {
        Flush();
        (_from, _fromVertex, _toVertex) = (from, None, toVertex);
    }

    internal void Add(double from, double to)
    {
        Flush();
        (_from, _fromVertex, _to, _toVertex) = (from, None, to, None);
    }

    internal void Flush()
    {
        double from = _fromVertex == None ? _from : chainages[_fromVertex];
        double to = _toVertex == None ? _to : chainages[_toVertex];
        if (to > from)
            stretches.Add(new BorderStretch(from, to));
    }

    private void BeginAt(int vertex)
    {
        if (_toVertex == vertex)
            return;
        Flush();
        _fromVertex = vertex;
    }
}
