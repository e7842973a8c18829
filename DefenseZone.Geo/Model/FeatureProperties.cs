using System.Collections;
using System.Collections.Immutable;

namespace DefenseZone.Geo.Model;

/// <summary>
/// An immutable list of named property values, in the order they were written. Names are unique and compared
/// ordinally.
/// </summary>
public sealed class FeatureProperties : IReadOnlyList<KeyValuePair<string, PropertyValue>>, IEquatable<FeatureProperties>
{
    private readonly ImmutableArray<KeyValuePair<string, PropertyValue>> _entries;

    private FeatureProperties(ImmutableArray<KeyValuePair<string, PropertyValue>> entries) => _entries = entries;

    /// <summary>No properties at all.</summary>
    public static FeatureProperties Empty { get; } = new([]);

    /// <summary>The properties given, in their order. Of two with one name the last is kept, in the place of the first, as JSON readers do.</summary>
    public static FeatureProperties Of(params IEnumerable<KeyValuePair<string, PropertyValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var list = ImmutableArray.CreateBuilder<KeyValuePair<string, PropertyValue>>();
        foreach (KeyValuePair<string, PropertyValue> entry in entries)
        {
            int at = IndexOf(list, entry.Key);
            if (at < 0)
                list.Add(entry);
            else
                list[at] = entry;
        }

        return list.Count == 0 ? Empty : new FeatureProperties(list.DrainToImmutable());
    }

    /// <summary>The entries given, whose names are known to differ; the array is not copied.</summary>
    internal static FeatureProperties OfDistinct(KeyValuePair<string, PropertyValue>[] entries) =>
        new(System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(entries));

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, PropertyValue> this[int index] => _entries[index];

    /// <summary>The value of a property, or <see cref="PropertyValue.Null"/> where there is none of that name.</summary>
    public PropertyValue this[string name] => TryGetValue(name, out PropertyValue value) ? value : PropertyValue.Null;

    /// <summary>Finds a property by its exact name.</summary>
    public bool TryGetValue(string name, out PropertyValue value)
    {
        int at = IndexOf(_entries, name);
        value = at < 0 ? PropertyValue.Null : _entries[at].Value;
        return at >= 0;
    }

    /// <summary>A copy with one property set or replaced.</summary>
    public FeatureProperties With(string name, PropertyValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        int at = IndexOf(_entries, name);
        var entry = KeyValuePair.Create(name, value);
        return new FeatureProperties(at < 0 ? _entries.Add(entry) : _entries.SetItem(at, entry));
    }

    /// <summary>A copy without the named property; this same list where there is none.</summary>
    public FeatureProperties Without(string name)
    {
        int at = IndexOf(_entries, name);
        return at < 0 ? this : new FeatureProperties(_entries.RemoveAt(at));
    }

    /// <summary>True when both hold the same names with the same values, in whatever order.</summary>
    public bool Equals(FeatureProperties? other)
    {
        if (other is null || other.Count != Count)
            return false;
        foreach ((string name, PropertyValue value) in _entries)
        {
            if (!other.TryGetValue(name, out PropertyValue theirs) || theirs != value)
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeatureProperties);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        foreach ((string name, PropertyValue value) in _entries)
            hash ^= HashCode.Combine(name, value);
        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, PropertyValue>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int IndexOf(IReadOnlyList<KeyValuePair<string, PropertyValue>> entries, string name)
    {
        for (int i = 0; i < entries.Count; i++)
        {
            if (string.Equals(entries[i].Key, name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
