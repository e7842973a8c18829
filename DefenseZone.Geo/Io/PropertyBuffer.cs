using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Io;

/// <summary>
/// A growing list of named values that serves object after object. It is a type of its own because the framework's
/// list of such pairs has no compiled code until it is compiled at start-up, which costs a short run dearly.
/// </summary>
internal sealed class PropertyBuffer
{
    private string[] _names = new string[16];
    private PropertyValue[] _values = new PropertyValue[16];

    public int Count { get; private set; }

    public string Name(int index) => _names[index];

    public PropertyValue Value(int index) => _values[index];

    public void SetValue(int index, PropertyValue value) => _values[index] = value;

    public int IndexOf(string name)
    {
        for (int i = 0; i < Count; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    public void Add(string name, PropertyValue value)
    {
        if (Count == _names.Length)
        {
            Array.Resize(ref _names, Count * 2);
            Array.Resize(ref _values, Count * 2);
        }

        _names[Count] = name;
        _values[Count] = value;
        Count++;
    }

    public void AddRange(PropertyBuffer other)
    {
        for (int i = 0; i < other.Count; i++)
            Add(other._names[i], other._values[i]);
    }

    public void RemoveAt(int index)
    {
        Count--;
        for (int i = index; i < Count; i++)
        {
            _names[i] = _names[i + 1];
            _values[i] = _values[i + 1];
        }
    }

    public void Clear() => Count = 0;

    /// <summary>The properties as they are now. Their names are known to differ.</summary>
    public FeatureProperties ToProperties()
    {
        if (Count == 0)
            return FeatureProperties.Empty;
        var entries = new KeyValuePair<string, PropertyValue>[Count];
        for (int i = 0; i < entries.Length; i++)
            entries[i] = new KeyValuePair<string, PropertyValue>(_names[i], _values[i]);
        return FeatureProperties.OfDistinct(entries);
    }
}
