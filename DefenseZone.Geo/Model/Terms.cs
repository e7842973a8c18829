using System.Collections.Immutable;

namespace DefenseZone.Geo.Model;

/// <summary>
/// The words that plans and services use for the values of an enumeration: a two-way table, so that each word
/// is written down once.
/// </summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class Terms<T>
    where T : struct, Enum
{
    private readonly ImmutableArray<(string Word, T Value)> _entries;

    internal Terms(params ImmutableArray<(string Word, T Value)> entries)
    {
        _entries = entries;
        var words = ImmutableArray.CreateBuilder<string>(entries.Length);
        foreach ((string word, T _) in entries)
            words.Add(word);
        Words = words.MoveToImmutable();
    }

    /// <summary>All words, in the order of the enumeration.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The word for a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the enumeration's.</exception>
    public string this[T value]
    {
        get
        {
            foreach ((string word, T entry) in _entries)
            {
                if (EqualityComparer<T>.Default.Equals(entry, value))
                    return word;
            }

            throw new ArgumentOutOfRangeException(nameof(value), value, $"Not a {typeof(T).Name}.");
        }
    }

    /// <summary>The value for a word, compared exactly.</summary>
    public bool TryParse(string? word, out T value)
    {
        foreach ((string known, T entry) in _entries)
        {
            if (string.Equals(known, word, StringComparison.Ordinal))
            {
                value = entry;
                return true;
            }
        }

        value = default;
        return false;
    }
}
