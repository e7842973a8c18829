using DefenseZone.Geo.Io;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>Adds to a message the word that was probably meant.</summary>
internal static class NearestWord
{
    // A plan may have thousands: some show how they look.
    private const int MostShown = 40;

    /// <summary>The message, followed by the nearest word where one is near, else by all of them, or the first where there are many.</summary>
    public static string Suggest(string message, string typed, IEnumerable<string> words)
    {
        string[] known = [.. words];
        string nearest = Spelling.Nearest(typed, known);
        return nearest.Length > 0
            ? $"{message}; did you mean '{nearest}'?"
            : $"{message}; there are: {string.Join(", ", known.Take(MostShown))}{(known.Length > MostShown ? $" and {known.Length - MostShown} more" : string.Empty)}";
    }
}
