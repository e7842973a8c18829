namespace DefenseZone.Geo.Io;

/// <summary>Finds the word that somebody may have meant.</summary>
internal static class Spelling
{
    /// <summary>
    /// The known word with the fewest edits (insert, delete, replace, swap of neighbours, case for nothing), or
    /// empty where all need more than a third of their letters.
    /// </summary>
    public static string Nearest(string word, IEnumerable<string> known)
    {
        string nearest = string.Empty;
        int fewest = int.MaxValue;
        if (word.Length > 64)
            return nearest;
        foreach (string candidate in known)
        {
            int edits = Edits(word, candidate);
            if (edits < fewest && edits <= Math.Max(1, candidate.Length / 3))
            {
                fewest = edits;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>The words as a person reads a choice: <c>a, b or c</c>.</summary>
    public static string Choice(IReadOnlyList<string> words) => words.Count switch
    {
        0 => string.Empty,
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " or " + words[^1],
    };

    /// <summary>The optimal string alignment distance, in which upper and lower case, '_' , ' ' and '-' are the same.</summary>
    public static int Edits(string a, string b)
    {
        int[] before = new int[b.Length + 1];
        int[] last = new int[b.Length + 1];
        int[] row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = Plain(a[i - 1]) == Plain(b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Plain(a[i - 1]) == Plain(b[j - 2]) && Plain(a[i - 2]) == Plain(b[j - 1]))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }

    private static char Plain(char letter) => letter is '_' or ' ' ? '-' : char.ToLowerInvariant(letter);
}
