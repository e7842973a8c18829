using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DefenseZone.Geo.Model;

/// <summary>
/// The words that plans and services use for the values of an enumeration: a two-way table, so that each word
/// is written down once.
/// </summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class Terms<T>
    where T : struct, Enum
{
    private readonly T[] _values;

    // Plain loops over two arrays: these tables are made at the start of every run, and what the framework offers
    // for pairs would have to be compiled first.
    internal Terms(params (string Word, T Value)[] entries)
    {
        var words = new string[entries.Length];
        _values = new T[entries.Length];
        for (int i = 0; i < entries.Length; i++)
            (words[i], _values[i]) = entries[i];
        Words = ImmutableCollectionsMarshal.AsImmutableArray(words);
    }

    /// <summary>All words, in the order of the enumeration.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The word for a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the enumeration's.</exception>
    public string this[T value]
    {
        get
        {
            for (int i = 0; i < _values.Length; i++)
            {
                if (Number(_values[i]) == Number(value))
                    return Words[i];
            }

            throw new ArgumentOutOfRangeException(nameof(value), value, $"Not a {typeof(T).Name}.");
        }
    }

    // Without the framework's comparer, which would be compiled for each enumeration; all of them are made of int.
    private static int Number(T value) => Unsafe.BitCast<T, int>(value);

    /// <summary>The value for a word, compared exactly.</summary>
    public bool TryParse(string? word, out T value)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (string.Equals(Words[i], word, StringComparison.Ordinal))
            {
                value = _values[i];
                return true;
            }
        }

        value = default;
        return false;
    }
}
